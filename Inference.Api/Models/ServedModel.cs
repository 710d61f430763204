using AspireMl.Contracts.Models;

namespace AspireMl.Inference.Api.Models;

/// <summary>A model with its versions, newest first.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Versions">At least one.</param>
/// <param name="Aliases">Alias to version, as the registry says; null while it has not said anything of the model.</param>
sealed record ServedModel(string Name, IReadOnlyList<ServedVersion> Versions, IReadOnlyDictionary<string, string>? Aliases = null)
{
    /// <summary>The version that answers, or null.</summary>
    public ServedVersion? Champion => Find(ModelAliases.Champion);

    /// <summary>Why the model does not answer; null when it does.</summary>
    public string? Status => Champion is { } champion
        ? champion.Status
        : $"No version is the champion; PUT /v1/models/{Name}/aliases/{ModelAliases.Champion} names one.";

    /// <summary>The task; null while no card can be read.</summary>
    public string? Task => Versions.Select(version => version.Package.Card?.Task).FirstOrDefault(task => task is not null);

    /// <summary>The version that an alias names, or null. Without the registry's word the newest is the champion.</summary>
    public ServedVersion? Find(string alias) =>
        Aliases is null ? alias == ModelAliases.Champion ? Versions[0] : null
        : Aliases.TryGetValue(alias, out var version) ? FindVersion(version)
        : null;

    /// <summary>The versions that aliases name.</summary>
    public IEnumerable<ServedVersion> Named => Aliases is null ? [Versions[0]] : Aliases.Values.Select(FindVersion).OfType<ServedVersion>();

    /// <summary>A version by its number, or null.</summary>
    public ServedVersion? FindVersion(string version) => Versions.FirstOrDefault(served => served.Package.Version == version);

    public ModelSummary Summary => new(
        Name,
        Task ?? "unknown",
        Champion is { Loaded: not null },
        Status,
        Aliases ?? (Versions[0].Package.Card is { } card ? new Dictionary<string, string> { [ModelAliases.Champion] = card.Version } : []),
        [.. Versions.Select(version => version.Package.Card).OfType<ModelCard>()]);

    public static IReadOnlyList<ServedModel> Group(IEnumerable<ServedVersion> versions) =>
        [.. versions
            .GroupBy(version => version.Package.Name)
            .OrderBy(model => model.Key, StringComparer.Ordinal)
            .Select(model => new ServedModel(
                model.Key,
                [.. model.OrderByDescending(version => version.Package.Version, SemanticVersion.Order)]))];
}
