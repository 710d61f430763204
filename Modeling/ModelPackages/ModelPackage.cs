using AspireMl.Contracts.Models;
using AspireMl.Modeling.Onnx;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.ModelPackages;

/// <summary>
/// A model's card and files in a folder, each file checked against its SHA-256. Nothing of it is executed but the graph.
/// </summary>
public sealed class ModelPackage
{
    ModelPackage(string folder, ModelCard card)
    {
        Folder = folder;
        Card = card;
    }

    /// <summary>Full path of the folder.</summary>
    public string Folder { get; }

    /// <summary>The content of <c>model.json</c>.</summary>
    public ModelCard Card { get; }

    /// <summary>Reads a package's card and checks its files.</summary>
    /// <param name="folder">The folder with <c>model.json</c>.</param>
    /// <param name="limits">Bounds of its size; the defaults when null.</param>
    /// <exception cref="ModelPackageException">A sentence for each defect.</exception>
    public static ModelPackage Open(string folder, PackageLimits? limits = null)
    {
        folder = Path.GetFullPath(folder);
        if (!Directory.Exists(folder))
        {
            throw new ModelPackageException($"There is no folder {folder}.");
        }

        try
        {
            var card = CardFile.Read(folder);
            PackageFiles.Check(folder, card, limits ?? new());
            return new(folder, card);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelPackageException($"The package in {folder} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Unpacks a <c>.zip</c> into a new folder and opens it. Nothing is left behind when it is refused.</summary>
    /// <param name="zip">The archive; <c>model.json</c> stands at its root.</param>
    /// <param name="folder">The folder to make; it must not be there yet.</param>
    /// <param name="limits">Bounds of its size; the defaults when null.</param>
    /// <exception cref="ModelPackageException">A sentence for each defect.</exception>
    public static ModelPackage OpenArchive(Stream zip, string folder, PackageLimits? limits = null)
    {
        PackageArchive.Extract(zip, folder, limits ?? new());
        try
        {
            return Open(folder, limits);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>Writes the package as a <c>.zip</c>. The same package gives the same bytes, whatever archive it came from.</summary>
    /// <param name="zip">Where to; seekable, and left open.</param>
    public void WriteArchive(Stream zip) => PackageArchive.Write(this, zip);

    /// <summary>Whether two cards describe the same package: the same files, and the same said of them.</summary>
    public static bool IsSame(ModelCard one, ModelCard other) => CardFile.Write(one).AsSpan().SequenceEqual(CardFile.Write(other));

    /// <summary>Full path of one of the package's files.</summary>
    /// <exception cref="ModelPackageException">The card names no such file.</exception>
    public string PathOf(string file) => Card.Files.ContainsKey(file)
        ? PackagePath.In(Folder, file)
        : throw new ModelPackageException($"The package has no file {file}.");

    /// <summary>Takes what is wanted out of a packed package; nothing of it stays on disk.</summary>
    /// <param name="zip">The archive, read from its position.</param>
    /// <param name="open">Takes it out of the unpacked package, whose files go afterwards.</param>
    /// <exception cref="ModelPackageException">A sentence for each defect.</exception>
    public static T OpenArchive<T>(Stream zip, Func<ModelPackage, T> open)
    {
        var folder = Directory.CreateTempSubdirectory("aspireml-model-").FullName;
        try
        {
            return open(OpenArchive(zip, Path.Combine(folder, "package")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Opens the graph and checks its inputs and outputs against the card.</summary>
    /// <param name="options">How it runs; the defaults when null.</param>
    /// <exception cref="ModelPackageException">The graph does not load, or is not the one that the card describes.</exception>
    public InferenceSession OpenGraph(OnnxOptions? options = null) => OpenGraph(() => OnnxSession.Open(PathOf(Card.Graph), options), []);

    /// <summary>Opens the graph as <see cref="OpenGraph(OnnxOptions?)"/> does, but with further outputs: tensors of float32 within it.</summary>
    /// <param name="model">The content of the graph's file; it is changed.</param>
    /// <param name="tensors">Names of outputs and of tensors within the graph.</param>
    /// <param name="options">How it runs; the defaults when null.</param>
    /// <exception cref="ModelPackageException">The graph does not load, lacks a tensor, or is not the one that the card describes.</exception>
    internal InferenceSession OpenGraph(ModelProto model, IReadOnlyCollection<string> tensors, OnnxOptions? options = null)
    {
        var external = model.Graph.Initializer.SelectMany(tensor => tensor.ExternalData).Where(entry => entry.Key == "location").Select(entry => entry.Value);
        string[] inner = [.. tensors.Except(model.Graph.Output.Select(output => output.Name), StringComparer.Ordinal)];
        ModelPackageException.ThrowIfAny(
        [
            .. GraphTensorAccess.Expose(model, inner).Select(tensor => $"{Card.Graph} has no tensor {CardRules.Shown(tensor)}."),
            .. external.Distinct().Where(file => !Card.Files.ContainsKey(file)).Select(file => $"{Card.Graph} keeps data in {CardRules.Shown(file)}, which is not among files."),
        ]);
        return inner.Length == 0 ? OpenGraph(options) : OpenGraph(() => OnnxSession.Open(model.ToByteArray(), options, Folder), inner);
    }

    /// <summary>The content of the graph's file.</summary>
    /// <exception cref="ModelPackageException">It is not a graph.</exception>
    internal ModelProto ReadGraph()
    {
        try
        {
            using var file = File.OpenRead(PathOf(Card.Graph));
            return ModelProto.Parser.ParseFrom(file);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new ModelPackageException($"{Card.Graph} is not a graph: {exception.Message}", exception);
        }
    }

    InferenceSession OpenGraph(Func<InferenceSession> open, IReadOnlyCollection<string> added)
    {
        InferenceSession session;
        try
        {
            session = open();
        }
        catch (OnnxRuntimeException exception)
        {
            throw new ModelPackageException($"{Card.Graph} is not a graph that ONNX Runtime can load: {exception.Message}", exception);
        }

        var real = GraphSignature.Of(session);
        string[] defects = [.. SignatureRules.Defects(real with { Outputs = [.. real.Outputs.Where(output => !added.Contains(output.Name))] }, Card)];
        if (defects.Length > 0)
        {
            session.Dispose();
            throw new ModelPackageException(defects);
        }

        return session;
    }
}
