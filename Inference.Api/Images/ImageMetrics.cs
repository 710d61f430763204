using System.Diagnostics;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.Modeling.Decoding;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Inference.Api.Images;

/// <summary>Measures requests about images and what became of them.</summary>
sealed class ImageMetrics(InferenceMetrics metrics)
{
    /// <summary>Passes the result or the failure on, and counts it.</summary>
    /// <param name="endpoint">One of <see cref="ImageEndpointNames"/>.</param>
    /// <param name="work">The request.</param>
    public async Task<T> MeasureAsync<T>(string endpoint, Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var outcome = ImageOutcomes.Failed;
        try
        {
            var result = await work();
            outcome = ImageOutcomes.Answered;
            return result;
        }
        catch (Exception failure)
        {
            outcome = OutcomeOf(failure);
            throw;
        }
        finally
        {
            metrics.Images.RecordRequest(endpoint, outcome, Stopwatch.GetElapsedTime(start));
        }
    }

    /// <summary>Records an image that was classified.</summary>
    public void Record(ClassifiedImage image)
    {
        var model = image.Card.Name;
        metrics.RecordImageSize(model, image.Width, image.Height);
        metrics.Images.RecordClassification(model, image.Card.Version, image.Confidence);
        metrics.Images.RecordStage(model, "decode", image.Times.Decode);
        metrics.Images.RecordStage(model, "classify", image.Times.Classify);
        if (image.Pictures is not null)
        {
            metrics.Images.RecordStage(model, "explain", image.Times.Explain);
        }
    }

    /// <summary>Records an image that could not be read.</summary>
    public void RecordRefused(string model) => metrics.Images.RecordRefused(model);

    static string OutcomeOf(Exception failure) => failure switch
    {
        OperationCanceledException => ImageOutcomes.Cancelled,
        RefusalException or ImageRejectedException => ImageOutcomes.Refused,
        _ => ImageOutcomes.Failed,
    };
}
