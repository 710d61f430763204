using System.Text;
using System.Text.RegularExpressions;
using AspireMl.Contracts.Models;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;
using AspireMl.Modeling.Tests.Decoding;
using AspireMl.Testing;
using Google.Protobuf;

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
        Assert.All(answer.Probabilities.Zip(GraphTensors.Floats(expected)), pair => Assert.Equal(pair.Second, pair.First, 1e-6f));
        Assert.Equal(1000, answer.Probabilities.Length);
        Assert.Equal(2048, model.EmbeddingSize);
        Assert.Equal((7, 7), (answer.HeatMap!.Rows, answer.HeatMap.Columns));
    }

    /// <summary>The card of docs/images.md, with the published graph under the names that its larger sister has.</summary>
    [SharedGraphFact]
    public void The_documented_card_makes_a_package_that_opens()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "images.md"));
        Keep("model.onnx", GraphNamedAsDocumented());
        Keep("labels.txt", File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "models", "imagenet", "labels.txt")));
        Keep("sample.jpg", TestImages.Jpeg(400, 300));
        // All weights are the same, so all labels are equally probable and the first one wins.
        Keep("sample.json", Encoding.UTF8.GetBytes(Block(page, "sample").Replace("goldfish", "tench", StringComparison.Ordinal)));
        var card = Regex.Replace(Block(page, "card"), "<sha-256 of (.*?)>", match => PackageFiles.Hash(_folder, match.Groups[1].Value));
        Keep("model.json", Encoding.UTF8.GetBytes(card));

        using var model = ImageModel.Open(ModelPackage.Open(_folder));

        using var image = Pictures.Random(5, 300, 200);
        var answers = model.Classify([image, image, image], explain: true);
        Assert.Equal((3, 1000, 2048), (answers.Count, answers[2].Probabilities.Length, answers[2].Embedding.Length));
        Assert.Equal("goldfish", model.Labels[1]);
        Assert.True(model.CanExplain);
    }

    [Fact]
    public void The_labels_of_imagenet_are_a_thousand_different_ones_in_order()
    {
        var labels = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "models", "imagenet", "labels.txt"));

        Assert.Equal(1000, labels.Length);
        Assert.Null(ImageRules.LabelDefect(labels));
        // The places that the labels of well-known pictures have.
        Assert.Equal(["tench", "golden retriever", "tabby", "zebra", "crane (bird)", "crane (machine)", "toilet tissue"], new[] { 0, 207, 281, 340, 134, 517, 999 }.Select(place => labels[place]));
    }

    // The light graph with the names of ResNet50-v2-7, and like it for any number of images and without probabilities.
    static byte[] GraphNamedAsDocumented()
    {
        var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(SharedGraphFactAttribute.Folder, "light_resnet50.onnx")));
        var graph = model.Graph;
        var input = graph.Input.Single(value => value.Type.TensorType.Shape.Dim.Count == 4).Name;
        var names = new Dictionary<string, string> { [input] = "data", ["r174"] = "resnetv24_dense0_fwd", ["r171"] = "resnetv24_relu1_fwd", ["r173"] = "flatten_473" };
        graph.Node.RemoveAt(graph.Node.Count - 1);
        var flatten = graph.Node.Single(node => node.OpType == "Reshape");
        flatten.OpType = "Flatten";
        flatten.Input.RemoveAt(1);
        foreach (var node in graph.Node)
        {
            Rename(node.Input);
            Rename(node.Output);
        }

        graph.Output[0].Name = "resnetv24_dense0_fwd";
        foreach (var value in graph.Input.Where(value => value.Name == input).Append(graph.Output[0]))
        {
            value.Name = names.GetValueOrDefault(value.Name, value.Name);
            value.Type.TensorType.Shape.Dim[0] = new() { DimParam = "N" };
        }

        return model.ToByteArray();

        void Rename(IList<string> tensors)
        {
            for (var i = 0; i < tensors.Count; i++)
            {
                tensors[i] = names.GetValueOrDefault(tensors[i], tensors[i]);
            }
        }
    }

    void Keep(string file, byte[] content) => File.WriteAllBytes(Path.Combine(_folder, file), content);

    static string Block(string page, string name) => Regex.Match(page, $"```json {name}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

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
