using AspireMl.Contracts.Models;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;
using AspireMl.Modeling.Tests.Decoding;

namespace AspireMl.Modeling.Tests.Images;

/// <summary>A package whose network tells red, green and blue by their mean: its maps are the colour planes. In a folder that is removed at the end.</summary>
sealed class ColourNetwork : IDisposable
{
    public const int Side = 8;
    const float Sharpness = 10;

    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-images-").FullName;

    public static ImageCard Image => new()
    {
        Width = Side,
        Height = Side,
        Colours = ImageColours.Rgb,
        Mean = [0, 0, 0],
        Deviation = [1, 1, 1],
        Activation = ImageActivations.Softmax,
        Labels = ["red", "green", "blue"],
        Logits = "logits",
        Maps = "maps",
        Embedding = "embedding",
    };

    public static ModelCard Card => new()
    {
        Name = "colours",
        Version = "1.0.0",
        Task = ModelTasks.ImageClassification,
        Description = "For tests.",
        License = "MIT",
        Architecture = "convolutional",
        Files = new Dictionary<string, string>(),
        Graph = "model.onnx",
        Inputs = [],
        Outputs = [],
        Sample = "sample.json",
        Image = Image,
    };

    /// <param name="batch">The first dimension; -1 is free.</param>
    /// <param name="inner">True when only probabilities are outputs, and all else is within the graph.</param>
    public static GraphBuilder Graph(long batch = -1, bool inner = false)
    {
        var graph = new GraphBuilder("colours").Input<float>("image", batch, 3, Side, Side);
        graph = inner
            ? graph.Output<float>("probabilities", batch, 3)
            : graph.Output<float>("logits", batch, 3).Output<float>("maps", batch, 3, Side, Side).Output<float>("embedding", batch, 3);
        graph = graph
            .Initializer("planes", [3, 3, 1, 1], [1f, 0, 0, 0, 1, 0, 0, 0, 1])
            .Initializer("weights", [3, 3], [Sharpness, 0f, 0, 0, Sharpness, 0, 0, 0, Sharpness])
            .Initializer("bias", [3], [0f, 0, 0])
            .Node("Conv", ["image", "planes"], ["convolved"])
            .Node("Relu", ["convolved"], ["maps"])
            .Node("GlobalAveragePool", ["maps"], ["pooled"])
            .Node("Flatten", ["pooled"], ["embedding"])
            .Node("Gemm", ["embedding", "weights", "bias"], ["logits"], GraphAttributes.OfInt("transB", 1));
        return inner ? graph.Node("Softmax", ["logits"], ["probabilities"]) : graph;
    }

    public ModelPackage Write(GraphBuilder? graph = null, ModelCard? card = null, ImageSample? sample = null, Dictionary<string, ReadOnlyMemory<byte>>? more = null) =>
        ModelPackageWriter.Write(Path.Combine(_folder, Path.GetRandomFileName()), card ?? Card, new Dictionary<string, ReadOnlyMemory<byte>>(more ?? [])
        {
            ["model.onnx"] = (graph ?? Graph()).ToBytes(),
            ["sample.png"] = Png("GGGR"),
            ["sample.json"] = (sample ?? new("sample.png", "green")).ToBytes(),
        });

    public ImageModel Open(GraphBuilder? graph = null, ModelCard? card = null) => ImageModel.Open(Write(graph, card));

    public ModelPackageException Refusal(GraphBuilder? graph = null, ModelCard? card = null, ImageSample? sample = null, Dictionary<string, ReadOnlyMemory<byte>>? more = null)
    {
        var package = Write(graph, card, sample, more);
        return Assert.Throws<ModelPackageException>(() => ImageModel.Open(package));
    }

    /// <summary>A picture whose quarters have these colours: R, G, B, black for anything else.</summary>
    public static byte[] Pixels(string quarters, int width, int height)
    {
        var pixels = new byte[width * height * 3];
        for (var i = 0; i < width * height; i++)
        {
            var quarter = (i % width < width / 2 ? 0 : 1) + (i / width < height / 2 ? 0 : 2);
            var channel = "RGB".IndexOf(quarters[quarter], StringComparison.Ordinal);
            if (channel >= 0)
            {
                pixels[(3 * i) + channel] = 255;
            }
        }

        return pixels;
    }

    public static byte[] Png(string quarters, int width = 32, int height = 32)
    {
        using var image = TestImages.FromRgb(Pixels(quarters, width, height), width, height);
        return image.WriteToBuffer(".png");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
