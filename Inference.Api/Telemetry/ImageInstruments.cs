using System.Diagnostics.Metrics;
using static AspireMl.Inference.Api.Telemetry.MetricNames;

namespace AspireMl.Inference.Api.Telemetry;

/// <summary>What is measured about the classification of images.</summary>
internal sealed class ImageInstruments(Meter meter)
{
    readonly Counter<long> _requests = Primed(meter.CreateCounter<long>(
        ImageRequests, "{request}", "Requests and jobs about images by what became of them: answered, refused, cancelled, failed."));

    readonly Histogram<double> _requestDuration = meter.CreateHistogram(
        ImageRequestDuration, "s", "Time of a request or job about images, with its upload and the wait for a worker.", tags: null, Buckets.ImageSeconds);

    readonly Counter<long> _classifications = meter.CreateCounter<long>(ImageClassifications, "{image}", "Images that were classified.");

    readonly Counter<long> _refused = meter.CreateCounter<long>(ImageRefused, "{image}", "Images that could not be read.");

    readonly Histogram<double> _duration = meter.CreateHistogram(
        ImageDuration, "s", "Time of an image by stage: decode, classify, explain; images of a batch share the time of its run.", tags: null, Buckets.ImageSeconds);

    readonly Histogram<double> _confidence = meter.CreateHistogram(
        ImageConfidence, "1", "Probability of the most probable label.", tags: null, Buckets.Shares);

    public void Prime(string model, string version)
    {
        _classifications.Add(0, new(ModelName, model), new(MetricNames.ModelVersion, version));
        _refused.Add(0, new KeyValuePair<string, object?>(ModelName, model));
    }

    /// <summary>Records a request or job.</summary>
    /// <param name="endpoint">One of <see cref="ImageEndpointNames"/>.</param>
    /// <param name="outcome">One of <see cref="ImageOutcomes"/>.</param>
    /// <param name="time">How long it took.</param>
    public void RecordRequest(string endpoint, string outcome, TimeSpan time)
    {
        _requests.Add(1, new(MetricNames.Endpoint, endpoint), new(Outcome, outcome));
        _requestDuration.Record(time.TotalSeconds, new KeyValuePair<string, object?>(MetricNames.Endpoint, endpoint));
    }

    /// <summary>Records a classified image.</summary>
    public void RecordClassification(string model, string version, float confidence)
    {
        _classifications.Add(1, new(ModelName, model), new(MetricNames.ModelVersion, version));
        _confidence.Record(confidence, new KeyValuePair<string, object?>(ModelName, model));
    }

    /// <summary>Records an image that could not be read.</summary>
    public void RecordRefused(string model) => _refused.Add(1, new KeyValuePair<string, object?>(ModelName, model));

    /// <summary>Records the time of a stage of one image: <c>decode</c>, <c>classify</c> or <c>explain</c>.</summary>
    public void RecordStage(string model, string stage, TimeSpan time) => _duration.Record(time.TotalSeconds, new(ModelName, model), new(Stage, stage));

    // A counter that starts at 0 shows its first event as a rise.
    static Counter<long> Primed(Counter<long> requests)
    {
        foreach (var endpoint in ImageEndpointNames.All)
        {
            foreach (var outcome in ImageOutcomes.All)
            {
                requests.Add(0, new(MetricNames.Endpoint, endpoint), new(Outcome, outcome));
            }
        }

        return requests;
    }
}
