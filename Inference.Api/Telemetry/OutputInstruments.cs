using System.Diagnostics.Metrics;
using static AspireMl.Inference.Api.Telemetry.MetricNames;

namespace AspireMl.Inference.Api.Telemetry;

internal sealed class OutputInstruments(Meter meter)
{
    readonly Counter<long> _answers = meter.CreateCounter<long>(
        Answers, "{answer}", "Questions by outcome: found, none, failed.");

    readonly Histogram<double> _confidence = meter.CreateHistogram(
        Confidence, "1", "Probability that a given answer is right.", tags: null, Buckets.Shares);

    readonly Histogram<double> _confidenceLead = meter.CreateHistogram(
        ConfidenceLead, "1", "Confidence of the answer minus that of the second best candidate.", tags: null, Buckets.Shares);

    readonly Counter<long> _feedback = meter.CreateCounter<long>(
        MetricNames.Feedback, "{verdict}", "People's verdicts on answers.");

    readonly Counter<long> _captures = meter.CreateCounter<long>(
        Captures, "{capture}", "Captured inferences: written, dropped, or attempts to write them that are retried.");

    public void Prime(string model)
    {
        foreach (var outcome in (string[])["found", "none"])
        {
            _answers.Add(0, new(ModelName, model), new(Outcome, outcome));
        }

        foreach (var kind in Enum.GetValues<FailureKind>())
        {
            _answers.Add(0, new(ModelName, model), new(Outcome, "failed"), new(ErrorType, NameOf(kind)));
        }
    }

    public void PrimeFeedback(string model)
    {
        foreach (var verdict in (string[])[Contracts.Inferences.Feedback.Correct, Contracts.Inferences.Feedback.Incorrect])
        {
            _feedback.Add(0, new(ModelName, model), new(Verdict, verdict));
        }
    }

    public void RecordAnswer(string model, bool found, double confidence, double? confidenceLead)
    {
        _answers.Add(1, new(ModelName, model), new(Outcome, found ? "found" : "none"));
        if (!found)
        {
            return;
        }

        _confidence.Record(confidence, new KeyValuePair<string, object?>(ModelName, model));
        if (confidenceLead is { } lead)
        {
            _confidenceLead.Record(lead, new KeyValuePair<string, object?>(ModelName, model));
        }
    }

    public void RecordFailure(string model, FailureKind kind) =>
        _answers.Add(1, new(ModelName, model), new(Outcome, "failed"), new(ErrorType, NameOf(kind)));

    public void RecordFeedback(string model, string verdict) => _feedback.Add(1, new(ModelName, model), new(Verdict, verdict));

    public void RecordCapture(CaptureOutcome outcome, int count) =>
        _captures.Add(count, new KeyValuePair<string, object?>(Outcome, outcome.ToString().ToLowerInvariant()));

    public void ObserveCaptures(Func<int> pending)
    {
        meter.CreateObservableUpDownCounter(CapturesPending, pending, "{capture}", "Captured inferences that wait to be stored.");
        foreach (var outcome in Enum.GetValues<CaptureOutcome>())
        {
            RecordCapture(outcome, 0);
        }
    }

    static string NameOf(FailureKind kind) => kind switch
    {
        FailureKind.UnusableInput => "unusable-input",
        FailureKind.Cancelled => "cancelled",
        _ => "internal",
    };
}
