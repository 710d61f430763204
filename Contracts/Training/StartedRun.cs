namespace AspireMl.Contracts.Training;

/// <summary>A run that was asked for.</summary>
/// <param name="RunId">Its id.</param>
public sealed record StartedRun(Guid RunId);
