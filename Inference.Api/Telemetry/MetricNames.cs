namespace AspireMl.Inference.Api.Telemetry;

/// <summary>Names of the meter, its instruments and their attributes; docs/metrics.md says what each means.</summary>
internal static class MetricNames
{
    public const string MeterName = "AspireMl.Inference";

    public const string ImageWidth = "aspireml.input.image.width";
    public const string ImageHeight = "aspireml.input.image.height";
    public const string Pages = "aspireml.input.pages";
    public const string OcrWords = "aspireml.input.ocr.words";
    public const string QuestionWords = "aspireml.input.question.words";
    public const string BoxCoverage = "aspireml.input.box.coverage";
    public const string BoxArea = "aspireml.input.box.area";

    public const string Duration = "aspireml.inference.duration";
    public const string QueueWait = "aspireml.inference.queue.duration";
    public const string QueueDepth = "aspireml.inference.queue.depth";
    public const string QueueCapacity = "aspireml.inference.queue.capacity";
    public const string Rejected = "aspireml.inference.rejected";
    public const string Active = "aspireml.inference.active";
    public const string Workers = "aspireml.inference.workers";
    public const string OcrCacheLookups = "aspireml.ocr.cache.lookups";

    public const string Answers = "aspireml.answers";
    public const string Confidence = "aspireml.answer.confidence";
    public const string ConfidenceLead = "aspireml.answer.confidence.lead";
    public const string Feedback = "aspireml.feedback";

    public const string TabularPredictions = "aspireml.tabular.predictions";
    public const string TabularRefused = "aspireml.tabular.refused";
    public const string TabularInstances = "aspireml.tabular.instances";
    public const string TabularRunInstances = "aspireml.tabular.run.instances";
    public const string TabularDuration = "aspireml.tabular.duration";
    public const string TabularMissing = "aspireml.tabular.values.missing";
    public const string TabularOutOfRange = "aspireml.tabular.values.out_of_range";

    public const string ImageRequests = "aspireml.image.requests";
    public const string ImageRequestDuration = "aspireml.image.request.duration";
    public const string ImageClassifications = "aspireml.image.classifications";
    public const string ImageRefused = "aspireml.image.refused";
    public const string ImageDuration = "aspireml.image.duration";
    public const string ImageConfidence = "aspireml.image.confidence";

    public const string Jobs = "aspireml.jobs";
    public const string JobDuration = "aspireml.job.duration";
    public const string JobWait = "aspireml.job.wait.duration";
    public const string JobsOpen = "aspireml.jobs.open";
    public const string JobsOldest = "aspireml.jobs.queue.age";
    public const string JobsDead = "aspireml.jobs.dead_letters";

    public const string StartupDuration = "aspireml.startup.duration";
    public const string StartupPartDuration = "aspireml.startup.part.duration";
    public const string ModelReady = "aspireml.model.ready";

    public const string CapturesPending = "aspireml.captures.pending";
    public const string Captures = "aspireml.captures";

    /// <summary>Name of a registered model; never what a client typed.</summary>
    public const string ModelName = "aspireml.model.name";

    /// <summary>Name of a service that is bound to a model; never what a client typed.</summary>
    public const string Service = "aspireml.service";

    /// <summary>A status of a job.</summary>
    public const string JobStatus = "aspireml.job.status";

    public const string ModelVersion = "aspireml.model.version";
    public const string Endpoint = "aspireml.endpoint";
    public const string Stage = "aspireml.stage";
    public const string Outcome = "aspireml.outcome";
    public const string Verdict = "aspireml.verdict";
    public const string CacheResult = "aspireml.cache.result";
    public const string StartupPart = "aspireml.startup.part";
    public const string ErrorType = "error.type";
}
