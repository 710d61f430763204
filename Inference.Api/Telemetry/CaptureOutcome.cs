namespace AspireMl.Inference.Api.Telemetry;

/// <summary>What became of a captured inference.</summary>
internal enum CaptureOutcome
{
    /// <summary>It is stored.</summary>
    Written,

    /// <summary>It was given up: the buffer was full, or the store stayed away too long.</summary>
    Dropped,

    /// <summary>One attempt to store it failed; another follows.</summary>
    Retried,
}
