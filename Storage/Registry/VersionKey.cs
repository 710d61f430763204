namespace AspireMl.Storage.Registry;

/// <summary>Names a version of a model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Version">The version.</param>
public readonly record struct VersionKey(string Model, string Version);
