using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Tabular;

namespace AspireMl.Retraining.Worker.Runs.Work;

/// <summary>A model unpacked into a folder of its own, which goes when it is disposed of.</summary>
internal sealed class OpenedModel : IDisposable
{
    readonly string _folder;

    OpenedModel(string folder, TabularModel model)
    {
        _folder = folder;
        Model = model;
    }

    public TabularModel Model { get; }

    /// <summary>Unpacks an archive.</summary>
    /// <exception cref="ModelPackageException">It is not a package of a tabular model.</exception>
    public static OpenedModel Open(Stream archive)
    {
        var folder = Directory.CreateTempSubdirectory("aspireml-model-").FullName;
        try
        {
            return new(folder, TabularModel.Open(ModelPackage.OpenArchive(archive, Path.Combine(folder, "package"))));
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    public void Dispose()
    {
        Model.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
