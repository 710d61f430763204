using AspireMl.Contracts.Models;
using AspireMl.Modeling.ModelPackages;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Registry;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Models.Registry;

/// <summary>Takes packages from clients: nothing is registered that does not open, fit its card and answer its sample.</summary>
sealed class ModelUploads(
    PackageUploadReader reader, PackageStore packages, ModelOpener opener, IModelRegistry registry, ModelUpdates updates, IOptions<ModelUploadOptions> options)
    : IDisposable
{
    static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    readonly PackageLimits _limits = new() { MaxBytes = options.Value.MaxBytes };

    // Disk and memory of one package at a time.
    readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Registers the package of a request.</summary>
    /// <exception cref="RefusalException">Statuses 400, 408, 409, 413, 415, 422, 429 with their reasons.</exception>
    public async Task<RegisteredPackage> RegisterAsync(HttpRequest request, string actor, CancellationToken cancellation)
    {
        if (!await _one.WaitAsync(TimeSpan.Zero, cancellation))
        {
            throw Refusal.Busy("The service is busy with another package. Try again in a moment.", Retry);
        }

        var folder = packages.NewFolder();
        try
        {
            await UnpackAsync(request, folder, cancellation);
            return await RegisterAsync(await OpenAsync(folder), actor, cancellation);
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            _one.Release();
        }
    }

    async Task UnpackAsync(HttpRequest request, string folder, CancellationToken cancellation)
    {
        await using var archive = packages.OpenTemporary();
        await reader.ReadAsync(request, archive, cancellation);
        archive.Position = 0;
        try
        {
            ModelPackage.OpenArchive(archive, folder, _limits);
        }
        catch (ModelPackageException unusable)
        {
            throw Unusable(unusable, folder);
        }
    }

    async Task<ModelPackage> OpenAsync(string folder)
    {
        var package = ModelPackage.Open(folder, _limits);
        try
        {
            using var model = await opener.OpenAsync(new(folder, package.Card));
            return package;
        }
        catch (InvalidDataException unusable)
        {
            throw Unusable(unusable, folder);
        }
    }

    async Task<RegisteredPackage> RegisterAsync(ModelPackage package, string actor, CancellationToken cancellation)
    {
        var card = package.Card;
        var archive = await packages.KeepAsync(package, cancellation);
        var registered = await registry.AddAsync(new(card, archive, actor), cancellation)
            ?? throw Refusal.Unusable($"The model {card.Name} is registered for another task than {card.Task}; give this one a name of its own.");
        if (registered.Package != archive)
        {
            throw Refusal.Conflicting($"The version {card.Version} of {card.Name} is registered with other content, and versions never change; give the package a new version.");
        }

        packages.Adopt(package.Folder, archive);
        packages.Trim();
        await updates.ReadAsync(cancellation);
        return new(new(card.Name, card.Version), archive, registered.CreatedAt, registered.CreatedBy);
    }

    // The folder is this machine's affair.
    static RefusalException Unusable(Exception unusable, string folder) =>
        Refusal.Unusable(unusable.Message.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), unusable);

    public void Dispose() => _one.Dispose();
}
