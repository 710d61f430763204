using AspireMl.Storage.Registry;

namespace AspireMl.Inference.Api.Models.Registry;

/// <summary>What the registry wants aliases to name. Used by one thread at a time.</summary>
sealed class WantedAliases
{
    readonly Dictionary<string, Dictionary<string, string>> _models = [];

    /// <summary>Notes what was read; a model without aliases is noted too.</summary>
    public void Take(RegistryContent content)
    {
        foreach (var version in content.Versions)
        {
            Of(version.Card.Name);
        }

        foreach (var alias in content.Aliases)
        {
            Set(alias.Model, alias.Alias, alias.Version);
        }
    }

    /// <summary>Notes one alias.</summary>
    public void Set(string model, string alias, string version) => Of(model)[alias] = version;

    /// <summary>The versions that should be loaded.</summary>
    public IReadOnlyList<ServedVersion> VersionsOf(ServedModel model) =>
        _models.TryGetValue(model.Name, out var aliases)
            ? [.. aliases.Values.SelectMany(wanted => new[] { model.FindVersion(wanted), StandIn(model, wanted) }).OfType<ServedVersion>().Distinct()]
            : [.. model.Named];

    /// <summary>
    /// Lets the aliases in the catalog name what they should. One whose version is not loaded goes on naming the one that
    /// answers, if there is one, or names its stand-in.
    /// </summary>
    public void ApplyTo(ModelCatalog catalog)
    {
        foreach (var (name, aliases) in _models)
        {
            if (catalog.Find(name) is { } model)
            {
                catalog.Name(name, aliases.ToDictionary(alias => alias.Key, alias => Answering(model, alias.Key, alias.Value)));
            }
        }
    }

    static string Answering(ServedModel model, string alias, string wanted) =>
        model.FindVersion(wanted) is not { Loaded: null } ? wanted
        : model.Find(alias) is { Loaded: not null, Package: var now } ? now.Version
        : StandIn(model, wanted)?.Package.Version ?? wanted;

    // An upgrade may bring a version of a model together with a program that cannot open the one before. Nobody could name the new
    // one: the old program cannot open it, and the new one would not become ready.
    static ServedVersion? StandIn(ServedModel model, string wanted) => model.FindVersion(wanted) is { Package.Defect: not null }
        ? model.Versions.FirstOrDefault(version => version.Package is { Archive: null, Defect: null } && SemanticVersion.Order.Compare(version.Package.Version, wanted) > 0)
        : null;

    Dictionary<string, string> Of(string model) => _models.TryGetValue(model, out var aliases) ? aliases : _models[model] = [];
}
