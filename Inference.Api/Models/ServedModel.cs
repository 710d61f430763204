using AspireMl.Contracts.Models;

namespace AspireMl.Inference.Api.Models;

/// <summary>A model with its versions, newest first.</summary>
sealed record ServedModel(string Name, IReadOnlyList<ServedVersion> Versions)
{
    const string ChampionAlias = "champion";

    /// <summary>The version that answers: the newest.</summary>
    public ServedVersion Champion => Versions[0];

    public ModelSummary Summary => new(
        Name,
        Champion.Package.Card?.Task ?? "unknown",
        Champion.Reader is not null,
        Champion.Status,
        Champion.Package.Card is { } card ? new Dictionary<string, string> { [ChampionAlias] = card.Version } : [],
        [.. Versions.Select(version => version.Package.Card).OfType<ModelCard>()]);

    public static IReadOnlyList<ServedModel> Group(IEnumerable<ServedVersion> versions) =>
        [.. versions
            .GroupBy(version => version.Package.Name)
            .OrderBy(model => model.Key, StringComparer.Ordinal)
            .Select(model => new ServedModel(
                model.Key,
                [.. model.OrderByDescending(version => version.Package.Card?.Version, SemanticVersion.Order)]))];
}
