namespace AspireMl.Inference.Api.Telemetry;

/// <summary>Why a question got no answer and not even a "none"; few kinds, so that they may label a metric.</summary>
internal enum FailureKind
{
    /// <summary>The upload was no image, or none that can be read.</summary>
    UnusableInput,

    /// <summary>The client went away.</summary>
    Cancelled,

    /// <summary>Something failed on our side.</summary>
    Internal,
}
