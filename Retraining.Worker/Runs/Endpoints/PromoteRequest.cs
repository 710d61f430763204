namespace AspireMl.Retraining.Worker.Runs.Endpoints;

/// <summary>Why a person decides otherwise than a run.</summary>
/// <param name="Reason">1 to 500 characters.</param>
internal sealed record PromoteRequest(string? Reason);
