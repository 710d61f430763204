using AspireMl.Contracts.Models;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.Images.Explanations;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;
using AspireMl.Retraining.Worker.Runs.Work;
using AspireMl.Retraining.Worker.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Retraining.Worker.Tests.Images;

/// <summary>A backbone whose embedding holds how much red, green and blue an image has, and how much its neighbours differ.</summary>
static class TestBackbone
{
    public const string Name = "colours";
    public const string Version = "1.0.0";
    const int Side = 16;
    const int Channels = 4;

    public static byte[] Archive()
    {
        var folder = Directory.CreateTempSubdirectory("aspireml-backbone-").FullName;
        try
        {
            using var archive = new MemoryStream();
            Write(Path.Combine(folder, "package")).WriteArchive(archive);
            return archive.ToArray();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static ModelPackage Write(string folder) => ModelPackageWriter.Write(folder, Card, new Dictionary<string, ReadOnlyMemory<byte>>
    {
        ["model.onnx"] = Graph(),
        ["sample.png"] = Picture(),
        ["sample.json"] = new ImageSample("sample.png", "red").ToBytes(),
    });

    /// <summary>Registers it as the champion of its name.</summary>
    public static async Task RegisterAsync(RetrainingWorker worker)
    {
        var models = worker.Services.GetRequiredService<IModelGateway>();
        await models.RegisterAsync(Archive(), default);
        await models.MoveAliasAsync(new(Name, ModelAliases.Champion, Version, "test", "first"), default);
    }

    static ModelCard Card => new()
    {
        Name = Name,
        Version = Version,
        Task = ModelTasks.ImageClassification,
        Description = "For tests.",
        License = "MIT",
        Architecture = "convolutional",
        Files = new Dictionary<string, string>(),
        Graph = "model.onnx",
        Inputs = [],
        Outputs = [],
        Sample = "sample.json",
        Image = new()
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
        },
    };

    // The logits are an output; maps and embedding are within.
    static byte[] Graph()
    {
        var planes = new float[Channels * 3 * 9];
        for (var channel = 0; channel < 3; channel++)
        {
            planes[(channel * 3 * 9) + (channel * 9) + 4] = 1;
        }

        // A pixel less its left neighbour.
        (planes[(3 * 3 * 9) + 4], planes[(3 * 3 * 9) + 3]) = (1, -1);
        return new GraphBuilder("colours").Input<float>("image", -1, 3, Side, Side).Output<float>("logits", -1, 3)
            .Initializer("planes", [Channels, 3, 3, 3], planes)
            .Initializer("weights", [3, Channels], [10f, 0, 0, 0, 0, 10, 0, 0, 0, 0, 10, 0])
            .Initializer("bias", [3], [0f, 0, 0])
            .Node("Conv", ["image", "planes"], ["convolved"], GraphAttributes.Ints("pads", 1, 1, 1, 1))
            .Node("Relu", ["convolved"], ["maps"])
            .Node("GlobalAveragePool", ["maps"], ["embedding"])
            .Node("Flatten", ["embedding"], ["flat"])
            .Node("Gemm", ["flat", "weights", "bias"], ["logits"], GraphAttributes.OfInt("transB", 1))
            .ToBytes();
    }

    static byte[] Picture()
    {
        using var image = new DecodedImage(Side, Side);
        for (var at = 0; at < image.Pixels.Length; at++)
        {
            image.Pixels[at] = (byte)(at % 3 == 0 ? 255 : 0);
        }

        return PngWriter.Rgb(image.Pixels, Side, Side);
    }
}
