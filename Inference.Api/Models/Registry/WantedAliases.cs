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
            ? [.. aliases.Values.Distinct().Select(model.FindVersion).OfType<ServedVersion>()]
            : [.. model.Named];

    /// <summary>Lets the aliases in the catalog name what they should. One whose version is not loaded goes on naming the one that answers, if there is one.</summary>
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
        model.FindVersion(wanted) is { Loaded: null } && model.Find(alias) is { Loaded: not null, Package: var now } ? now.Version : wanted;

    Dictionary<string, string> Of(string model) => _models.TryGetValue(model, out var aliases) ? aliases : _models[model] = [];
}
