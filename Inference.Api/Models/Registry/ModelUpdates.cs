using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.Modeling.ModelPackages;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage;
using AspireMl.Storage.Registry;

namespace AspireMl.Inference.Api.Models.Registry;

/// <summary>
/// Brings what this process serves in line with the registry, one change at a time: a version is loaded and warmed up
/// first, then takes over the new requests, and the one before it is let go when its last request has ended.
/// </summary>
sealed partial class ModelUpdates(
    IModelRegistry registry,
    InstalledRegistration registration,
    PackageStore packages,
    ModelOpener opener,
    ModelCatalog catalog,
    InferenceMetrics metrics,
    ILogger<ModelUpdates> logger) : IDisposable
{
    static readonly TimeSpan PackageRetry = TimeSpan.FromSeconds(2);

    readonly SemaphoreSlim _turn = new(1, 1);
    readonly HashSet<VersionKey> _known = [];
    readonly WantedAliases _aliases = new();
    IReadOnlyList<InstalledPackage> _installed = [];
    bool _registered;

    /// <summary>Makes the installed packages known; nothing is loaded yet.</summary>
    public void Begin(IReadOnlyList<InstalledPackage> installed)
    {
        _installed = installed;
        catalog.Announce(installed);
    }

    /// <summary>Reads what is new in the registry.</summary>
    /// <exception cref="StorageUnavailableException">The registry is away.</exception>
    public Task ReadAsync(CancellationToken cancellation) => InTurnAsync(
        async () =>
        {
            await ReadInTurnAsync(cancellation);
            return true;
        },
        cancellation);

    /// <summary>Loads the versions of these tasks that aliases name and that are not loaded, and lets them take over.</summary>
    public Task LoadAsync(IReadOnlyCollection<string> tasks, CancellationToken cancellation) => InTurnAsync(
        async () =>
        {
            foreach (var model in catalog.Models.Where(model => tasks.Contains(model.Task)))
            {
                foreach (var version in _aliases.VersionsOf(model))
                {
                    await TryLoadAsync(version.Package, cancellation);
                }
            }

            return true;
        },
        cancellation);

    /// <summary>Moves an alias: the version is loaded here first, so that one that cannot be is never named.</summary>
    /// <exception cref="RefusalException">There is no such version, or it cannot be loaded.</exception>
    public Task<AliasMove> MoveAsync(AliasChange change, CancellationToken cancellation) => InTurnAsync(
        async () =>
        {
            await ReadInTurnAsync(cancellation);
            var model = catalog.Find(change.Model) ?? throw Refusal.Unknown("There is no model of this name; GET /v1/models lists them.");
            var version = model.FindVersion(change.Version) ?? throw UnknownVersion(change);
            RequireLoaded(await TryLoadAsync(version.Package, cancellation));
            var move = await registry.MoveAsync(change, cancellation) ?? throw UnknownVersion(change);
            _aliases.Set(move.Model, move.Alias, move.To);
            return move;
        },
        cancellation);

    async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            Switch();
            _turn.Release();
        }
    }

    async Task ReadInTurnAsync(CancellationToken cancellation)
    {
        var content = await registry.ReadAsync(_known, cancellation);
        Take(content);
        if (!_registered)
        {
            await registration.RegisterAsync(_installed, content, cancellation);
            Take(await registry.ReadAsync(_known, cancellation));
            _registered = true;
        }
    }

    void Take(RegistryContent content)
    {
        catalog.Add([.. content.Versions.Where(version => !IsInstalled(version.Card))
            .Select(version => new InstalledPackage(packages.FolderOf(version.Package), version.Card) { Archive = version.Package })]);
        _known.UnionWith(content.Versions.Select(version => version.Key));
        _aliases.Take(content);
    }

    async Task<ServedVersion?> TryLoadAsync(InstalledPackage package, CancellationToken cancellation)
    {
        if (Now() is { Loaded: null, Package.Defect: null })
        {
            await LoadAsync(package, cancellation);
        }

        return Now();

        ServedVersion? Now() => catalog.Find(package.Name)?.FindVersion(package.Version);
    }

    async Task LoadAsync(InstalledPackage package, CancellationToken cancellation)
    {
        try
        {
            await OpenAsync(package, cancellation);
            metrics.RecordModelReady(package.Name, package.Version, package.Card?.Task);
            LogReady(package.Name, package.Version);
        }
        catch (InvalidDataException unusable)
        {
            catalog.Fail(package, unusable.Message);
            LogUnusable(package.Folder, unusable.Message);
        }
        catch (StorageUnavailableException away)
        {
            LogWaiting(package.Name, package.Version, away.Message);
        }
    }

    async Task OpenAsync(InstalledPackage package, CancellationToken cancellation)
    {
        var lease = package.Archive is { } archive ? await packages.UseAsync(archive, cancellation) : null;
        try
        {
            catalog.Ready(package, await opener.OpenAsync(package), lease);
        }
        catch
        {
            lease?.Dispose();
            throw;
        }
    }

    void Switch()
    {
        _aliases.ApplyTo(catalog);
        foreach (var package in catalog.RetireUnnamed())
        {
            metrics.RecordModelGone(package.Name, package.Version);
            LogRetired(package.Name, package.Version);
        }
    }

    bool IsInstalled(ModelCard card) =>
        _installed.Any(package => package is { Defect: null, Card: { } installed } && installed.Name == card.Name && ModelPackage.IsSame(installed, card));

    static void RequireLoaded(ServedVersion? version)
    {
        if (version?.Loaded is null)
        {
            throw version?.Package.Defect is { } defect
                ? Refusal.Unusable($"The version cannot be served, so the alias stays where it is: {defect}")
                : Refusal.Unavailable("The package of the version cannot be had now. Try again in a moment.", PackageRetry);
        }
    }

    static RefusalException UnknownVersion(AliasChange change) =>
        Refusal.Unusable($"The model {change.Model} has no version {change.Version}; GET /v1/models/{change.Model} lists its versions.");

    public void Dispose() => _turn.Dispose();

    [LoggerMessage(Level = LogLevel.Information, Message = "Model {Name} {Version} is ready")]
    partial void LogReady(string name, string version);

    [LoggerMessage(Level = LogLevel.Information, Message = "Model {Name} {Version} takes no new requests")]
    partial void LogRetired(string name, string version);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Model {Name} {Version} cannot be loaded now: {Reason}")]
    partial void LogWaiting(string name, string version, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The model package {Folder} cannot be used: {Reason}")]
    partial void LogUnusable(string folder, string reason);
}
