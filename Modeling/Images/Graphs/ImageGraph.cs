using AspireMl.Contracts.Models;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.Images.Graphs;

/// <summary>The graph of an image classifier: images in, logits, embedding and last maps out. Safe for many threads.</summary>
sealed class ImageGraph : IDisposable
{
    // Images that would take more at once go one after the other.
    const int MostBytesOfRun = 64 << 20;

    readonly InferenceSession _session;
    readonly string _input;
    readonly ImageCard _image;

    ImageGraph(ModelCard card, ImageCard image, InferenceSession session, LinearHead? head)
    {
        _session = session;
        _image = image;
        _input = card.Inputs[0].Name;
        Head = head;
        MostImages = card.Inputs[0].Shape[0] == -1 ? Math.Max(1, MostBytesOfRun / (sizeof(float) * 3 * image.Width * image.Height)) : 1;
    }

    /// <summary>Most images of a run; 1 where the graph takes single images.</summary>
    public int MostImages { get; }

    /// <summary>The layer that explains answers; null when the card names no maps.</summary>
    public LinearHead? Head { get; }

    /// <summary>Opens the graph of a package.</summary>
    /// <exception cref="ModelPackageException">It does not fit the card.</exception>
    public static ImageGraph Open(ModelPackage package, ImageCard image, int labels, OnnxOptions? options)
    {
        var card = package.Card;
        if (card.Inputs is not [{ Type: "float32", Shape: [1 or -1, 3 or -1, var height, var width] }] || !Fits(height, image.Height) || !Fits(width, image.Width))
        {
            throw new ModelPackageException($"{card.Graph} must take one input of float32[1 or -1, 3, {image.Height}, {image.Width}], as image of model.json says.");
        }

        var model = package.ReadGraph();
        var head = image.Maps is null ? null : LinearHead.Find(model, image.Logits, package.Folder);
        if (head is not null && head.Labels != labels)
        {
            throw new ModelPackageException($"The last layer of {card.Graph} tells {head.Labels} labels apart, but model.json names {labels}.");
        }

        string?[] tensors = [image.Logits, image.Maps, image.Embedding];
        return new(card, image, package.OpenGraph(model, [.. tensors.OfType<string>()], options), head);

        static bool Fits(long real, int told) => real == -1 || real == told;
    }

    /// <summary>Runs the graph over images that are prepared already.</summary>
    /// <param name="values">The images one after the other.</param>
    /// <param name="images">How many there are, at most <see cref="MostImages"/>.</param>
    /// <param name="withMaps">Whether the maps are wanted.</param>
    /// <param name="run">Stops the run.</param>
    public GraphOutputs Run(Memory<float> values, int images, bool withMaps, RunOptions run)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, values, [images, 3, _image.Height, _image.Width]);
        string?[] wanted = [_image.Logits, _image.Embedding, withMaps ? _image.Maps : null];
        return new(_session.Run(run, [_input], [input], [.. wanted.OfType<string>()]), images, _image.Embedding is not null);
    }

    public void Dispose() => _session.Dispose();
}
