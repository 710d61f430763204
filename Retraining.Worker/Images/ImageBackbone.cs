using AspireMl.Contracts.Models;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Retraining.Worker.Images;

/// <summary>A package for image classification, unpacked and open: it answers, and its graph can be read. Its folder goes with it.</summary>
internal sealed class ImageBackbone : IDisposable
{
    readonly string _folder;

    ImageBackbone(string folder, ModelPackage package, ImageModel model) => (_folder, Package, Model) = (folder, package, model);

    public ModelPackage Package { get; }

    public ImageModel Model { get; }

    public ModelCard Card => Package.Card;

    /// <summary>Opens a packed package.</summary>
    /// <exception cref="ModelPackageException">It is not one for image classification.</exception>
    public static ImageBackbone Open(Stream archive)
    {
        var folder = Directory.CreateTempSubdirectory("aspireml-backbone-").FullName;
        try
        {
            var package = ModelPackage.OpenArchive(archive, Path.Combine(folder, "package"));
            return new(folder, package, ImageModel.Open(package));
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Model.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
