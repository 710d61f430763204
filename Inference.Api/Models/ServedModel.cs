using AspireMl.Contracts.Models;

namespace AspireMl.Inference.Api.Models;

/// <summary>A model with its versions, newest first.</summary>
sealed record ServedModel(string Name, IReadOnlyList<ServedVersion> Versions)
{
    /// <summary>The version that answers: the newest.</summary>
    public ServedVersion Champion => Versions[0];

    /// <summary>The task of the version that answers; null while its card cannot be read.</summary>
    public string? Task => Champion.Package.Card?.Task;

    /// <summary>The version that an alias names, or null.</summary>
    public ServedVersion? Find(string alias) => alias == ModelAliases.Champion ? Champion : null;

    public ModelSummary Summary => new(
        Name,
        Task ?? "unknown",
        Champion.Loaded is not null,
        Champion.Status,
        Champion.Package.Card is { } card ? new Dictionary<string, string> { [ModelAliases.Champion] = card.Version } : [],
        [.. Versions.Select(version => version.Package.Card).OfType<ModelCard>()]);

    public static IReadOnlyList<ServedModel> Group(IEnumerable<ServedVersion> versions) =>
        [.. versions
            .GroupBy(version => version.Package.Name)
            .OrderBy(model => model.Key, StringComparer.Ordinal)
            .Select(model => new ServedModel(
                model.Key,
                [.. model.OrderByDescending(version => version.Package.Card?.Version, SemanticVersion.Order)]))];
}
