namespace AspireMl.Storage.Registry;

/// <summary>A name that stands for one version of a model at a time.</summary>
/// <param name="Model">The model.</param>
/// <param name="Alias">The name.</param>
/// <param name="Version">The version that it stands for.</param>
public sealed record ModelAlias(string Model, string Alias, string Version);
