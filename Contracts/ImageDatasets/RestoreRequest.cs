namespace AspireMl.Contracts.ImageDatasets;

/// <summary>Why an earlier version becomes the newest again.</summary>
/// <param name="Reason">1 to 500 characters on one line.</param>
public sealed record RestoreRequest(string Reason);
