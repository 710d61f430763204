using AspireMl.Contracts.Models;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Tabular;
using AspireMl.Storage.Objects;
using AspireMl.Storage.Registry;

namespace AspireMl.Retraining.Worker.Runs.Work;

/// <summary>Champions and new versions in the registry; the services that answer hear of every change from the database.</summary>
internal sealed class RegistryGateway(IModelRegistry registry, IObjectStore objects, RegisteredPackages packages) : IModelGateway
{
    /// <summary>Who registers packages and moves aliases where no person does.</summary>
    public const string Actor = "retraining-worker";

    /// <inheritdoc/>
    public async Task<TabularModel?> OpenChampionAsync(string model, CancellationToken cancellation)
    {
        if (await packages.FindChampionAsync(model, cancellation) is not { } version)
        {
            return null;
        }

        await using var archive = await packages.OpenAsync(model, version, cancellation);
        return TabularModel.OpenArchive(archive);
    }

    /// <inheritdoc/>
    public async Task RegisterAsync(byte[] archive, AliasChange? named, CancellationToken cancellation)
    {
        var card = Opened(archive);
        var key = ObjectKey.Of(archive);
        await objects.PutAsync(key, archive, cancellation);
        var registered = await registry.AddAsync(new(card, key, Actor), named, cancellation)
            ?? throw new InvalidDataException($"The model {card.Name} is registered for another task; give this one another name.");
        if (!ModelPackage.IsSame(registered.Card, card))
        {
            throw new InvalidOperationException($"{card.Name} {card.Version} is registered already with another content; versions never change.");
        }

        if (named is not null && registered.Package != key)
        {
            // The same package was registered in another archive.
            await MoveAliasAsync(named, cancellation);
        }
    }

    /// <inheritdoc/>
    public async Task MoveAliasAsync(AliasChange change, CancellationToken cancellation)
    {
        if (await registry.MoveAsync(change, cancellation) is null)
        {
            throw new InvalidDataException($"{change.Model} has no version {change.Version} that {change.Alias} could name.");
        }
    }

    // A package that does not answer its sample must not get into the registry.
    static ModelCard Opened(byte[] archive) => ModelPackage.OpenArchive(new MemoryStream(archive), package =>
    {
        using IDisposable opened = package.Card.Image is null ? TabularModel.Open(package) : ImageModel.Open(package);
        return package.Card;
    });
}
