using System.Diagnostics.Metrics;
using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Models;
using static AspireMl.Inference.Api.Telemetry.MetricNames;

namespace AspireMl.Inference.Api.Telemetry;

/// <summary>
/// Everything that the inference service measures about its own work. One singleton; every method is safe for many threads
/// and cheap. Attributes take a bounded set of values: no ids, no text of clients.
/// </summary>
internal sealed class InferenceMetrics
{
    readonly InputInstruments _input;
    readonly WorkInstruments _work;
    readonly OutputInstruments _output;
    readonly TabularInstruments _tabular;
    readonly JobInstruments _jobs;
    readonly LifecycleInstruments _lifecycle;

    /// <summary>Creates the meter, which the factory disposes of.</summary>
    public InferenceMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _input = new(meter);
        _work = new(meter);
        _output = new(meter);
        _tabular = new(meter);
        Images = new(meter);
        _jobs = new(meter);
        _lifecycle = new(meter);
    }

    /// <summary>Records what was asked about, once a document has been read by the OCR.</summary>
    public void RecordInput(string model, InputMeasurements input) => _input.Record(model, input);

    /// <summary>Records an answer, found or not: its outcome, confidence and where the time went.</summary>
    /// <param name="model">Name of the registered model that answered.</param>
    /// <param name="found">False when the document holds no answer.</param>
    /// <param name="confidence">Probability that the answer is right, 0 to 1.</param>
    /// <param name="confidenceLead">Confidence minus that of the second best candidate; null when there was none.</param>
    /// <param name="timings">Stages of 0 ms did not run and are not recorded.</param>
    public void RecordAnswer(string model, bool found, double confidence, double? confidenceLead, AnswerTimings timings)
    {
        _output.RecordAnswer(model, found, confidence, confidenceLead);
        _work.RecordDurations(model, timings);
    }

    /// <summary>Records a question that failed.</summary>
    public void RecordFailure(string model, FailureKind kind) => _output.RecordFailure(model, kind);

    /// <summary>Records a person's verdict: <c>correct</c> or <c>incorrect</c>.</summary>
    public void RecordFeedback(string model, string verdict) => _output.RecordFeedback(model, verdict);

    /// <summary>Records a request turned away because the queue was full (429).</summary>
    public void RecordRejected() => _work.RecordRejected();

    /// <summary>Records how long a request waited for a worker.</summary>
    public void RecordQueueWait(TimeSpan waited) => _work.RecordQueueWait(waited);

    /// <summary>Counts a request as being worked on until the result is disposed of.</summary>
    public IDisposable TrackWork() => _work.Track();

    /// <summary>Records whether a page had been read before.</summary>
    public void RecordOcrCacheLookup(bool hit) => _work.RecordOcrCacheLookup(hit);

    /// <summary>Records what became of captured inferences.</summary>
    public void RecordCapture(CaptureOutcome outcome, int count = 1) => _output.RecordCapture(outcome, count);

    /// <summary>Records how long one part took to start: <c>ocr</c>, <c>reader</c>, <c>storage</c> and the like.</summary>
    public void RecordStartupPart(string part, TimeSpan duration) => _lifecycle.RecordPart(part, duration);

    /// <summary>Records how long the service took from the start of its process until it was ready.</summary>
    public void RecordStartup(TimeSpan duration) => _lifecycle.RecordTotal(duration);

    /// <summary>Says that a model version answers from now on; the counters of its task then show 0 rather than nothing.</summary>
    public void RecordModelReady(string model, string version, string? task)
    {
        _lifecycle.RecordModelReady(model, version);
        switch (task)
        {
            case ModelTasks.TabularRegression or ModelTasks.TabularClassification:
                _tabular.Prime(model, version);
                break;
            case ModelTasks.ImageClassification:
                Images.Prime(model, version);
                _output.PrimeFeedback(model);
                break;
            default:
                _output.Prime(model);
                _output.PrimeFeedback(model);
                break;
        }
    }

    /// <summary>What clients and jobs ask of images.</summary>
    public ImageInstruments Images { get; }

    /// <summary>Records the size of an image that was classified.</summary>
    public void RecordImageSize(string model, int width, int height) => _input.RecordSize(model, width, height);

    /// <summary>Records the rows of a request that were predicted.</summary>
    /// <param name="model">Name of the registered model.</param>
    /// <param name="version">Its version.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="missing">How many of their values are missing.</param>
    /// <param name="outOfRange">How many are outside the range that training saw.</param>
    public void RecordRows(string model, string version, int rows, int missing, int outOfRange) =>
        _tabular.Record(model, version, rows, missing, outOfRange);

    /// <summary>Records a request whose rows did not fit the model's card.</summary>
    public void RecordRowsRefused(string model) => _tabular.RecordRefused(model);

    /// <summary>Records how many rows a run of a tabular model had.</summary>
    public void RecordRun(string model, int rows) => _tabular.RecordRun(model, rows);

    /// <summary>Records the time of a stage of work on rows: <c>read</c>, <c>predict</c> or <c>explain</c>.</summary>
    public void RecordRowStage(string model, string stage, TimeSpan time) => _tabular.RecordStage(model, stage, time);

    /// <summary>Says that a model version no longer answers.</summary>
    public void RecordModelGone(string model, string version) => _lifecycle.RecordModelGone(model, version);

    /// <summary>Says that the jobs of a service are done here from now on; its counters then show 0 rather than nothing.</summary>
    public void RecordServiceBound(string service) => _jobs.Prime(service);

    /// <summary>Records how long a job waited for its first attempt.</summary>
    public void RecordJobWait(string service, TimeSpan waited) => _jobs.RecordWait(service, waited);

    /// <summary>Records an attempt at a job: the job's status after it, and the time that it took.</summary>
    public void RecordJobAttempt(string service, string status, TimeSpan time) => _jobs.RecordAttempt(service, status, time);

    /// <summary>Observes the jobs that have not ended, the seconds that the oldest queued one has waited, and the dead letters. Called once, by what counts them.</summary>
    public void ObserveBacklog(Func<(long Queued, long Running)> open, Func<double> age, Func<long> dead) => _jobs.ObserveBacklog(open, age, dead);

    /// <summary>Observes the queue in front of the workers. Called once, by what owns the queue.</summary>
    public void ObserveQueue(Func<int> depth, int capacity, int workers) => _work.ObserveQueue(depth, capacity, workers);

    /// <summary>Observes the captures that wait to be stored. Called once, by what owns the buffer.</summary>
    public void ObserveCaptures(Func<int> pending) => _output.ObserveCaptures(pending);
}
