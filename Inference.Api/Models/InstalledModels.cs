using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Documents.Ocr;
using AspireMl.Modeling.Documents.Readers;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;
using AspireMl.Modeling.Tabular;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Models;

/// <summary>The installed packages and the OCR beside the program.</summary>
sealed class InstalledModels(
    IOptions<ModelOptions> models,
    IOptions<InferenceOptions> inference,
    ImageDecoder decoder,
    IOptions<OcrOptions> ocr,
    IOptions<OcrCacheOptions> cache,
    IHostEnvironment environment) : IModelSource
{
    /// <summary>The file that makes a folder a package.</summary>
    public const string CardFile = "model.json";

    // A model's folder, and a version's folder in it.
    const int Depth = 1;

    public IReadOnlyList<InstalledPackage> FindPackages()
    {
        var root = Root();
        return Directory.Exists(root)
            ? [.. Directory.EnumerateFiles(root, CardFile, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = Depth + 1 })
                .Order(StringComparer.Ordinal)
                .Select(card => Read(Path.GetDirectoryName(card)!))]
            : [];
    }

    public IPagePreparation OpenPreparation() => PagePreparation.Open(decoder, ocr.Value, cache.Value);

    public IDocumentReader OpenReader(InstalledPackage package) => Open(package, opened => DocumentReaders.Open(opened, Onnx));

    public TabularModel OpenTabular(InstalledPackage package) => Open(package, opened => TabularModel.Open(opened));

    public ImageModel OpenImages(InstalledPackage package) => Open(package, opened => ImageModel.Open(opened, Onnx));

    OnnxOptions Onnx => new() { Provider = inference.Value.ExecutionProvider };

    static T Open<T>(InstalledPackage package, Func<ModelPackage, T> open)
    {
        try
        {
            return open(ModelPackage.Open(package.Folder));
        }
        catch (ModelPackageException unusable)
        {
            throw new InvalidDataException(unusable.Message, unusable);
        }
    }

    string Root() => models.Value.Path is { Length: > 0 } path
        ? Path.Combine(environment.ContentRootPath, path)
        : Path.Combine(Storage.DataFolder.FindAbove(environment.ContentRootPath, "AspireMl.sln") ?? AppContext.BaseDirectory, "models");

    static InstalledPackage Read(string folder)
    {
        try
        {
            return new(folder, ModelPackage.Open(folder).Card);
        }
        catch (ModelPackageException unusable)
        {
            return new(folder, null, unusable.Message);
        }
    }
}
