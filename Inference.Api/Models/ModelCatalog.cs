using AspireMl.Contracts.Models;
using AspireMl.Modeling.Documents.Readers;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.Tabular;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Models;

/// <summary>The models that are served, and what of them is ready. What it hands out is a consistent snapshot.</summary>
sealed class ModelCatalog(IOptions<ModelOptions> options) : IDisposable
{
    const string StillLoading = "The model is loading.";
    const string NotNamed = "No alias names this version.";
    static readonly TimeSpan LoadingRetry = TimeSpan.FromSeconds(2);
    static readonly TimeSpan BrokenRetry = TimeSpan.FromSeconds(30);

    readonly string _default = options.Value.DocumentQuestion;
    readonly string _defaultImages = options.Value.ImageClassification;
    IReadOnlyList<ServedModel> _models = [];
    bool _complete;
    string? _failure;

    /// <summary>Turns images into text; null while it is loading.</summary>
    public IPagePreparation? Preparation { get; private set; }

    /// <summary>All models by name.</summary>
    public IReadOnlyList<ServedModel> Models => Volatile.Read(ref _models);

    /// <summary>Why the service cannot answer yet, or null when it can.</summary>
    public string? WhyNotReady =>
        _failure ?? (Preparation is null ? "The OCR is loading."
        : Find(_default) is not { } model ? Volatile.Read(ref _complete) ? $"No model named {_default} is installed." : StillLoading
        : model.Status);

    public ServedModel? Find(string name) => Models.FirstOrDefault(model => model.Name == name);

    /// <summary>The part that reads pages.</summary>
    /// <exception cref="RefusalException">It is loading: status 503.</exception>
    public IPagePreparation RequirePreparation() =>
        Preparation ?? throw Refusal.Unavailable(_failure ?? "The OCR is loading. Try again in a moment.", LoadingRetry);

    /// <summary>The reader that answers document questions, for as long as the caller keeps it.</summary>
    /// <param name="name">The model's name, or null for the default.</param>
    /// <param name="alias">The alias that names its version.</param>
    /// <exception cref="RefusalException">It is unknown or has no such alias (status 422), or is not ready (status 503).</exception>
    public ModelUse<IDocumentReader> UseReader(string? name, string alias = ModelAliases.Champion) =>
        Use<IDocumentReader>(Require(name, _default, ModelTasks.DocumentQuestion, "answers document questions"), alias);

    /// <summary>The classifier that says what images show, for as long as the caller keeps it.</summary>
    /// <param name="name">The model's name, or null for the default.</param>
    /// <param name="alias">The alias that names its version.</param>
    /// <exception cref="RefusalException">It is unknown or has no such alias (status 422), or is not ready (status 503).</exception>
    public ModelUse<ImageModel> UseImages(string? name, string alias = ModelAliases.Champion) =>
        Use<ImageModel>(Require(name, _defaultImages, ModelTasks.ImageClassification, "classifies images"), alias);

    /// <summary>The tabular model of this name, for as long as the caller keeps it.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="alias">The alias that names its version.</param>
    /// <exception cref="RefusalException">It is unknown (status 404), has no such alias (status 422), or is not ready (status 503).</exception>
    public ModelUse<TabularModel> UseTabular(string name, string alias = ModelAliases.Champion)
    {
        if (Find(name) is null or { Task: not null and not (ModelTasks.TabularRegression or ModelTasks.TabularClassification) })
        {
            throw Volatile.Read(ref _complete)
                ? Refusal.Unknown("There is no tabular model of this name; GET /v1/models lists the models.")
                : Refusal.Unavailable(StillLoading, LoadingRetry);
        }

        return Use<TabularModel>(name, alias);
    }

    string Require(string? name, string otherwise, string task, string does)
    {
        if (Find(name ?? otherwise) is { } model && (model.Task ?? task) == task)
        {
            return model.Name;
        }

        throw !Volatile.Read(ref _complete) ? Refusal.Unavailable(StillLoading, LoadingRetry)
            : name is null ? Refusal.Unavailable($"No model named {otherwise} that {does} is installed; name another one in the field model.", BrokenRetry)
            : Refusal.Unusable($"The field model names no model that {does}; GET /v1/models lists them.");
    }

    ModelUse<T> Use<T>(string name, string alias)
        where T : class, IDisposable
    {
        while (true)
        {
            var version = Find(name)?.Find(alias) ?? throw Refusal.Unusable($"The model {name} has no version named {alias}.");
            if (version.Loaded is not { } loaded)
            {
                throw version.Package.Defect is not null
                    ? Refusal.Unavailable($"The model {name} cannot be used: {version.Status}", BrokenRetry)
                    : Refusal.Unavailable($"The model {name} is loading. Try again in a moment.", LoadingRetry);
            }

            // One that was retired since has a successor in the list by now.
            if (loaded.TryUse<T>() is { } use)
            {
                return use;
            }
        }
    }

    /// <summary>Makes the packages known before they are loaded.</summary>
    public void Announce(IEnumerable<InstalledPackage> packages)
    {
        Volatile.Write(ref _models, ServedModel.Group(packages.Select(package => new ServedVersion(package, null, package.Defect ?? StillLoading))));
        Volatile.Write(ref _complete, true);
    }

    /// <summary>Makes versions known that are not loaded; one of the same model and number gives way to the one that is added.</summary>
    public void Add(IReadOnlyCollection<InstalledPackage> packages)
    {
        var added = packages.Select(Number).ToHashSet();
        var before = Models;
        var versions = before.SelectMany(model => model.Versions).ToLookup(version => added.Contains(Number(version.Package)));
        var aliases = before.ToDictionary(model => model.Name, model => model.Aliases);
        var after = ServedModel.Group([.. versions[false], .. packages.Select(package => new ServedVersion(package, null, NotNamed))]);
        Volatile.Write(ref _models, [.. after.Select(model => model with { Aliases = aliases.GetValueOrDefault(model.Name) })]);
        Retire(versions[true]);

        static (string, string) Number(InstalledPackage package) => (package.Name, package.Version);
    }

    /// <summary>Lets a model's aliases name these versions from now on.</summary>
    public void Name(string model, IReadOnlyDictionary<string, string> aliases) =>
        Volatile.Write(ref _models, [.. Models.Select(served => served.Name == model ? served with { Aliases = aliases } : served)]);

    /// <summary>Lets go of the versions that no alias names: no new request gets them, and those that run on them end as they began.</summary>
    public IReadOnlyList<InstalledPackage> RetireUnnamed()
    {
        List<ServedVersion> retired = [];
        Volatile.Write(ref _models, [.. Models.Select(model => model with { Versions = [.. model.Versions.Select(version => Keep(model, version))] })]);
        Retire(retired);
        return [.. retired.Select(version => version.Package)];

        ServedVersion Keep(ServedModel model, ServedVersion version)
        {
            if (version.Loaded is null || model.Named.Contains(version))
            {
                return version;
            }

            retired.Add(version);
            return version with { Loaded = null, Status = NotNamed };
        }
    }

    public void Ready(IPagePreparation preparation) => Preparation = preparation;

    /// <summary>Serves a package from now on; the catalog owns its model and what that needs.</summary>
    public void Ready(InstalledPackage package, IDisposable model, IDisposable? needed = null) => Replace(package, new(package, new(model, needed), null));

    /// <summary>Says why a package is not served.</summary>
    public void Fail(InstalledPackage package, string reason) => Replace(package, new(package with { Defect = reason }, null, reason));

    /// <summary>Says why nothing can be served.</summary>
    public void Fail(string reason) => _failure = reason;

    // Called by one thread at a time; readers see either the old list or the new one.
    void Replace(InstalledPackage package, ServedVersion now) =>
        Volatile.Write(ref _models, [.. Models.Select(model => model with
        {
            Versions = [.. model.Versions.Select(version => version.Package == package ? now : version)],
        })]);

    static void Retire(IEnumerable<ServedVersion> versions)
    {
        foreach (var version in versions)
        {
            version.Loaded?.Retire();
        }
    }

    public void Dispose()
    {
        Retire(Interlocked.Exchange(ref _models, []).SelectMany(model => model.Versions));
        Preparation?.Dispose();
    }
}
