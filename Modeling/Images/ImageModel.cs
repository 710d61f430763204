using System.Buffers;
using System.Numerics.Tensors;
using System.Text;
using AspireMl.Contracts.Models;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Images.Explanations;
using AspireMl.Modeling.Images.Graphs;
using AspireMl.Modeling.Images.Preparation;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.Images;

/// <summary>A package for image classification that answers. Safe for many threads.</summary>
public sealed class ImageModel : IDisposable
{
    readonly ImageGraph _graph;
    readonly ImagePreparation _preparation;

    ImageModel(ModelCard card, ImageCard image, IReadOnlyList<string> labels, ImageGraph graph)
    {
        Card = card;
        Schema = image;
        Labels = labels;
        _graph = graph;
        _preparation = new(image);
    }

    /// <summary>The package's card.</summary>
    public ModelCard Card { get; }

    /// <summary>The image part of the card.</summary>
    public ImageCard Schema { get; }

    /// <summary>The labels in the order of the probabilities.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Components of an embedding; 0 when the card names none.</summary>
    public int EmbeddingSize { get; private set; }

    /// <summary>True when answers can be explained by a heat map.</summary>
    public bool CanExplain => _graph.Head is not null;

    /// <summary>Opens a package and shows it its sample, so that what comes back is ready.</summary>
    /// <param name="package">The package, whose files were checked when it was opened.</param>
    /// <param name="options">How its graph runs; the defaults when null.</param>
    /// <exception cref="ModelPackageException">The package is for another task, its graph does not fit its card, or its sample fails.</exception>
    public static ImageModel Open(ModelPackage package, OnnxOptions? options = null)
    {
        var image = ImageOf(package);
        var sample = ImageSample.Of(package);
        var labels = LabelsOf(package);
        var model = new ImageModel(package.Card, image, labels, ImageGraph.Open(package, image, labels.Count, options));
        try
        {
            model.EmbeddingSize = sample.Check(model, package);
            return model;
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or InvalidOperationException or ArgumentException)
        {
            model.Dispose();
            throw new ModelPackageException($"The sample of {package.Card.Name} could not be answered: {exception.Message}", exception);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>Opens the model of a packed package; nothing of it stays on disk.</summary>
    /// <param name="zip">The archive, read from its position.</param>
    /// <exception cref="ModelPackageException">It is not a package for image classification.</exception>
    public static ImageModel OpenArchive(Stream zip) => ModelPackage.OpenArchive(zip, package => Open(package));

    /// <summary>The labels of a package in the order of its probabilities, from its card or from the file that the card names.</summary>
    /// <exception cref="ModelPackageException">The package is for another task, or its file holds no labels.</exception>
    public static IReadOnlyList<string> LabelsOf(ModelPackage package)
    {
        var image = ImageOf(package);
        if (image.Labels is { } named)
        {
            return named;
        }

        string[] labels = [.. File.ReadLines(package.PathOf(image.LabelsFile ?? ""), Encoding.UTF8).Take(ImageRules.MostLabels + 1)];
        return ImageRules.LabelDefect(labels) is { } defect
            ? throw new ModelPackageException($"{image.LabelsFile} {defect}")
            : labels;
    }

    /// <summary>Classifies images, as one tensor where the graph takes several.</summary>
    /// <param name="images">The images.</param>
    /// <param name="explain">Whether each answer is to come with a heat map of its most probable label.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>An answer for each image, in their order.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="explain"/> is set and <see cref="CanExplain"/> is false, or the graph gives no numbers.</exception>
    public IReadOnlyList<ImageClassification> Classify(IReadOnlyList<DecodedImage> images, bool explain = false, CancellationToken cancellation = default)
    {
        if (explain && !CanExplain)
        {
            throw new InvalidOperationException($"The model {Card.Name} {Card.Version} cannot explain its answers.");
        }

        using var run = new RunOptions();
        using var stop = cancellation.UnsafeRegister(static run => ((RunOptions)run!).Terminate = true, run);
        try
        {
            var answers = new ImageClassification[images.Count];
            for (var first = 0; first < answers.Length; first += _graph.MostImages)
            {
                cancellation.ThrowIfCancellationRequested();
                Classify(images, first, Math.Min(_graph.MostImages, answers.Length - first), explain, run, answers);
            }

            return answers;
        }
        catch (OnnxRuntimeException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _graph.Dispose();

    void Classify(IReadOnlyList<DecodedImage> images, int first, int count, bool explain, RunOptions run, ImageClassification[] answers)
    {
        var buffer = ArrayPool<float>.Shared.Rent(count * _preparation.Length);
        try
        {
            for (var i = 0; i < count; i++)
            {
                _preparation.Fill(images[first + i], buffer.AsSpan(i * _preparation.Length, _preparation.Length));
            }

            using var outputs = _graph.Run(buffer.AsMemory(0, count * _preparation.Length), count, explain, run);
            for (var i = 0; i < count; i++)
            {
                answers[first + i] = Read(outputs, i, explain ? _preparation.AreaOf(images[first + i]) : null);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(buffer);
        }
    }

    ImageClassification Read(GraphOutputs outputs, int image, SeenArea? explained)
    {
        var logits = outputs.Logits(image);
        if (logits.Length != Labels.Count)
        {
            throw new InvalidOperationException($"The graph gave {logits.Length} logits for {Labels.Count} labels.");
        }

        var probabilities = ClassProbabilities.Of(logits, Schema.Activation, Schema.Temperature ?? 1);
        var map = explained is { } area && _graph.Head is { } head
            ? HeatMap.Of(outputs, image, head.Of(TensorPrimitives.IndexOfMax<float>(probabilities)), area)
            : null;
        return new(probabilities, outputs.Embedding(image).ToArray(), map);
    }

    static ImageCard ImageOf(ModelPackage package) => package.Card.Image
        ?? throw new ModelPackageException($"model.json of {package.Card.Name} has no image part; an image classifier needs its preprocessing, labels and tensors.");
}
