using System.Runtime.InteropServices;
using AspireMl.Contracts.Models;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;

namespace AspireMl.Modeling.Tests.Images;

/// <summary>The published ResNet50 with constant weights, whose expected output lies beside it.</summary>
public sealed class LightResNetTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-resnet-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SharedGraphFact]
    public void A_published_graph_drops_in_by_its_card_and_gives_the_expected_output()
    {
        var package = ModelPackageWriter.Write(_folder, Card, new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["model.onnx"] = File.ReadAllBytes(Path.Combine(SharedGraphFactAttribute.Folder, "light_resnet50.onnx")),
            ["sample.png"] = ColourNetwork.Png("RGBG", 300, 200),
            ["sample.json"] = new ImageSample("sample.png", "0").ToBytes(),
        });
        using var model = ImageModel.Open(package);
        using var image = Pictures.Random(5, 640, 480);

        var answer = model.Classify([image, image], explain: true)[1];

        var expected = TensorProto.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(SharedGraphFactAttribute.Folder, "light_resnet50_output_0.pb")));
        Assert.All(
            answer.Probabilities.Zip(MemoryMarshal.Cast<byte, float>(expected.RawData.Span).ToArray()),
            pair => Assert.Equal(pair.Second, pair.First, 1e-6f));
        Assert.Equal(1000, answer.Probabilities.Length);
        Assert.Equal(2048, model.EmbeddingSize);
        Assert.Equal((7, 7), (answer.HeatMap!.Rows, answer.HeatMap.Columns));
    }

    static ModelCard Card => ColourNetwork.Card with
    {
        Name = "resnet50-light",
        Image = ColourNetwork.Image with
        {
            Width = 224,
            Height = 224,
            Resize = ImageResizing.Crop,
            ShorterSide = 256,
            Mean = [0.485, 0.456, 0.406],
            Deviation = [0.229, 0.224, 0.225],
            Labels = [.. Enumerable.Range(0, 1000).Select(label => $"{label}")],
            Logits = "r174",
            Maps = "r171",
            Embedding = "r173",
        },
    };
}
