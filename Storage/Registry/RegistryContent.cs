namespace AspireMl.Storage.Registry;

/// <summary>What the registry holds.</summary>
/// <param name="Versions">Versions, of those asked for.</param>
/// <param name="Aliases">All aliases.</param>
public sealed record RegistryContent(IReadOnlyList<RegisteredVersion> Versions, IReadOnlyList<ModelAlias> Aliases);
