using AspireMl.Contracts.Models;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Decoding.Resampling;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.Images.Explanations;
using AspireMl.Modeling.Images.Graphs;
using AspireMl.Modeling.Images.References;
using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Retraining.Worker.Images.Training;

/// <summary>Writes the package of a trained head upon its backbone: one graph, with a sample and a drift reference. The same content gives the same bytes.</summary>
internal static class HeadExport
{
    const string Graph = "model.onnx";
    const string Sample = "sample.json";
    const string Picture = "sample.png";
    const string Reference = "reference.bin";

    /// <summary>Writes it.</summary>
    /// <param name="folder">Folder of the package.</param>
    /// <param name="card">The card without what describes the graph and the images.</param>
    /// <param name="backbone">What the head sees images through.</param>
    /// <param name="trained">The head.</param>
    /// <param name="labels">Its classes.</param>
    /// <param name="picture">Any image of the dataset.</param>
    /// <param name="reference">What images looked like.</param>
    public static ModelPackage Write(
        string folder, ModelCard card, ImageBackbone backbone, TrainedHead trained, IReadOnlyList<string> labels, DecodedImage picture, DriftReference reference)
    {
        var (png, sample) = MakeSample(picture, backbone.Model, trained, labels);
        card = card with
        {
            Graph = Graph,
            Sample = Sample,
            Image = backbone.Model.Schema with
            {
                Labels = labels,
                LabelsFile = null,
                Activation = ImageActivations.Softmax,
                Temperature = trained.Temperature,
                Logits = HeadReplacement.Logits,
                Reference = Reference,
            },
        };
        return ModelPackageWriter.Write(folder, card, new Dictionary<string, ReadOnlyMemory<byte>>
        {
            [Graph] = HeadReplacement.Replace(backbone.Package, trained.Head.Weights, trained.Head.Bias),
            [Sample] = sample.ToBytes(),
            [Picture] = png,
            [Reference] = reference.ToBytes(),
        });
    }

    // What the head says of its own sample must come out of the exported graph too.
    static (byte[] Png, ImageSample Sample) MakeSample(DecodedImage picture, ImageModel backbone, TrainedHead trained, IReadOnlyList<string> labels)
    {
        var (width, height) = (backbone.Schema.Width, backbone.Schema.Height);
        using var small = new DecodedImage(width, height);
        ResizedPixels.Of(picture, width, height).CopyTo(small.Pixels);
        var embedding = backbone.Classify([small])[0].Embedding;
        var probabilities = ClassProbabilities.Of(trained.Head.Logits(embedding), ImageActivations.Softmax, trained.Temperature);
        return (PngWriter.Rgb(small.Pixels, width, height), new(Picture, labels[probabilities.IndexOf(probabilities.Max())], probabilities));
    }
}
