using AspireMl.Contracts.Models;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Storage.Objects;
using AspireMl.Storage.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Monitoring.Worker.Tests.Harness;

/// <summary>Packages that are written by tests.</summary>
static class ChampionPackage
{
    /// <summary>Puts a package into the object store and makes it champion.</summary>
    public static async Task InstallAsync(IServiceProvider services, ModelCard card, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        var folder = Directory.CreateTempSubdirectory("aspireml-package-").FullName;
        try
        {
            var package = ModelPackageWriter.Write(Path.Combine(folder, "package"), card, files);
            using var zip = new MemoryStream();
            package.WriteArchive(zip);
            var key = ObjectKey.Of(zip.ToArray());
            await services.GetRequiredService<IObjectStore>().PutAsync(key, (ReadOnlyMemory<byte>)zip.ToArray(), default);
            var registry = services.GetRequiredService<IModelRegistry>();
            await registry.AddAsync(new(package.Card, key, "tests"), default);
            await registry.MoveAsync(new(card.Name, ModelAliases.Champion, card.Version, "tests", "For tests."), default);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
