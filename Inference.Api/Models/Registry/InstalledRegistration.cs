using AspireMl.Contracts.Models;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Storage.Registry;

namespace AspireMl.Inference.Api.Models.Registry;

/// <summary>Registers the packages that came with the product, and makes the newest of each model its champion where there is none.</summary>
sealed partial class InstalledRegistration(IModelRegistry registry, PackageStore packages, ILogger<InstalledRegistration> logger)
{
    const string Actor = "installation";
    const string Reason = "It is the newest installed version, and the model had no champion.";

    /// <summary>Registers what is not registered yet.</summary>
    /// <param name="installed">The installed packages.</param>
    /// <param name="content">What the registry holds.</param>
    /// <param name="cancellation">Gives up; what is left is done next time.</param>
    public async Task RegisterAsync(IReadOnlyList<InstalledPackage> installed, RegistryContent content, CancellationToken cancellation)
    {
        var registered = content.Versions.ToDictionary(version => version.Key);
        List<ModelCard> cards = [];
        foreach (var (package, card) in installed.Where(package => package.Defect is null).Select(package => (package, package.Card)))
        {
            if (card is not null && await IsRegisteredAsync(package, card, registered.GetValueOrDefault(new(card.Name, card.Version)), cancellation))
            {
                cards.Add(card);
            }
        }

        var champions = content.Aliases.Where(alias => alias.Alias == ModelAliases.Champion).Select(alias => alias.Model).ToHashSet();
        foreach (var model in cards.Where(card => !champions.Contains(card.Name)).GroupBy(card => card.Name))
        {
            var newest = model.OrderByDescending(card => card.Version, SemanticVersion.Order).First();
            await registry.MoveAsync(new(model.Key, ModelAliases.Champion, newest.Version, Actor, Reason) { OnlyWhereNone = true }, cancellation);
        }
    }

    async Task<bool> IsRegisteredAsync(InstalledPackage package, ModelCard card, RegisteredVersion? registered, CancellationToken cancellation)
    {
        try
        {
            registered ??= await registry.AddAsync(new(card, await packages.KeepAsync(ModelPackage.Open(package.Folder), cancellation), Actor), cancellation);
        }
        catch (ModelPackageException unusable)
        {
            LogNotRegistered(package.Folder, unusable.Message);
            return false;
        }

        if (registered is null)
        {
            LogNotRegistered(package.Folder, $"The model {card.Name} is registered for another task.");
        }
        else if (!ModelPackage.IsSame(registered.Card, card))
        {
            LogDiffers(package.Folder, card.Name, card.Version);
        }

        return registered is not null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The installed package {Folder} is not registered: {Reason}")]
    partial void LogNotRegistered(string folder, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The installed package {Folder} differs from {Model} {Version} in the registry, which is served in its place; give the installed one a new version")]
    partial void LogDiffers(string folder, string model, string version);
}
