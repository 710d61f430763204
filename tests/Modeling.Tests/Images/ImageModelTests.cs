using AspireMl.Contracts.Models;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Images;

namespace AspireMl.Modeling.Tests.Images;

public sealed class ImageModelTests : IDisposable
{
    readonly ColourNetwork _network = new();

    public void Dispose() => _network.Dispose();

    [Fact]
    public void An_image_is_classified_with_probabilities_and_embedding()
    {
        using var model = _network.Open();
        using var image = Pictures.Of("RRRB");

        var answer = Assert.Single(model.Classify([image]));

        Assert.Equal(3, model.EmbeddingSize);
        Assert.Equal([0.75f, 0, 0.25f], answer.Embedding.Select(value => MathF.Round(value, 4)));
        Assert.Equal(1 / (1 + MathF.Exp(-7.5f) + MathF.Exp(-5)), answer.Probabilities[0], 1e-4f);
        Assert.Null(answer.HeatMap);
    }

    [Fact]
    public void The_heat_map_shows_where_the_most_probable_label_is()
    {
        using var model = _network.Open();
        using var image = Pictures.Of("BRRR", 16, 16);

        var map = model.Classify([image], explain: true)[0].HeatMap!;

        Assert.True(model.CanExplain);
        Assert.Equal((8, 8), (map.Rows, map.Columns));
        Assert.Equal((0f, 1f, 1f), (map.Values[0], map.Values[7], map.Values[63]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Many_images_get_the_answers_that_each_gets_alone(long batch)
    {
        using var model = _network.Open(ColourNetwork.Graph(batch));
        DecodedImage[] images = [Pictures.Of("RRRB"), Pictures.Random(1, 50, 20), Pictures.Of("GGBB", 9, 100), Pictures.Random(2, 8, 8), Pictures.Of("B...")];

        var together = model.Classify(images, explain: true);

        Assert.Equal(images.Length, together.Count);
        foreach (var (image, answer) in images.Zip(together))
        {
            var alone = model.Classify([image], explain: true)[0];
            Assert.All(alone.Probabilities.Zip(answer.Probabilities), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
            Assert.All(alone.HeatMap!.Values.Zip(answer.HeatMap!.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
            image.Dispose();
        }
    }

    [Fact]
    public void Tensors_within_the_graph_serve_when_the_card_names_them()
    {
        using var outer = _network.Open();
        using var inner = _network.Open(ColourNetwork.Graph(inner: true));
        using var image = Pictures.Random(3, 30, 40);

        var (expected, answer) = (outer.Classify([image], explain: true)[0], inner.Classify([image], explain: true)[0]);

        Assert.Equal(["probabilities"], inner.Card.Outputs.Select(output => output.Name));
        Assert.Equal(expected.Probabilities, answer.Probabilities);
        Assert.Equal(expected.Embedding, answer.Embedding);
        Assert.Equal(expected.HeatMap!.Values, answer.HeatMap!.Values);
    }

    [Fact]
    public void Labels_may_come_from_a_file_and_each_be_right_by_itself()
    {
        var image = ColourNetwork.Image with { Labels = null, LabelsFile = "labels.txt", Activation = ImageActivations.Sigmoid, Maps = null, Embedding = null };
        using var model = ImageModel.Open(_network.Write(
            card: ColourNetwork.Card with { Image = image }, more: new() { ["labels.txt"] = "red\ngreen\nblue\n"u8.ToArray() }));
        using var picture = Pictures.Of("RRBB");

        var answer = model.Classify([picture])[0];

        Assert.Equal(["red", "green", "blue"], model.Labels);
        Assert.Equal(1 / (1 + MathF.Exp(-5)), answer.Probabilities[0], 1e-5f);
        Assert.Equal(answer.Probabilities[0], answer.Probabilities[2], 1e-5f);
        Assert.Empty(answer.Embedding);
        Assert.False(model.CanExplain);
        Assert.Throws<InvalidOperationException>(() => model.Classify([picture], explain: true));
    }

    [Fact]
    public void A_packed_model_answers_and_leaves_nothing_behind()
    {
        using var zip = new MemoryStream();
        _network.Write().WriteArchive(zip);
        zip.Position = 0;

        using var model = ImageModel.OpenArchive(zip);

        using var image = Pictures.Of("GGGG");
        Assert.Equal("green", model.Labels[Array.IndexOf(model.Classify([image])[0].Probabilities, model.Classify([image])[0].Probabilities.Max())]);
    }

    [Fact]
    public void A_cancelled_classification_ends()
    {
        using var model = _network.Open();
        using var image = Pictures.Of("GGGG");
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => model.Classify([image], cancellation: stop.Token));
    }

    [Fact]
    public void A_sample_that_is_called_something_else_is_refused() =>
        Assert.Equal("The sample of colours 1.0.0 was called 'green' instead of 'red'.", _network.Refusal(sample: new("sample.png", "red")).Message);

    [Fact]
    public void A_sample_with_other_probabilities_is_refused() =>
        Assert.Contains("other probabilities", _network.Refusal(sample: new("sample.png", "green", [0, 1, 0])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_sample_whose_file_is_missing_or_no_image_is_refused()
    {
        Assert.Equal("The package has no file other.png.", _network.Refusal(sample: new("other.png", "green")).Message);
        Assert.Contains("cannot be used", _network.Refusal(sample: new("model.onnx", "green")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_needs_its_image_part_and_a_sample()
    {
        Assert.Contains("has no image part", _network.Refusal(card: ColourNetwork.Card with { Image = null }).Message, StringComparison.Ordinal);
        Assert.Contains("names no sample", _network.Refusal(card: ColourNetwork.Card with { Sample = null }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_that_does_not_fit_its_graph_is_refused()
    {
        Assert.Contains("must take one input of float32[1 or -1, 3, 9, 8]", Refusal(image => image with { Height = 9 }), StringComparison.Ordinal);
        Assert.Equal("model.onnx has no tensor 'features'.", Refusal(image => image with { Embedding = "features" }));
        Assert.Contains("tells 3 labels apart, but model.json names 2", Refusal(image => image with { Labels = ["red", "green"] }), StringComparison.Ordinal);
        Assert.Contains("gave 3 logits for 4 labels", Refusal(image => image with { Labels = ["red", "green", "blue", "grey"], Maps = null }), StringComparison.Ordinal);
        Assert.Contains("does not come from one linear layer", Refusal(image => image with { Logits = "pooled" }), StringComparison.Ordinal);

        string Refusal(Func<ImageCard, ImageCard> change) => _network.Refusal(card: ColourNetwork.Card with { Image = change(ColourNetwork.Image) }).Message;
    }

    [Fact]
    public void A_file_of_labels_must_hold_different_ones()
    {
        var card = ColourNetwork.Card with { Image = ColourNetwork.Image with { Labels = null, LabelsFile = "labels.txt" } };

        Assert.Equal("labels.txt holds the label 'red' twice.", _network.Refusal(card: card, more: new() { ["labels.txt"] = "red\nred\nblue\n"u8.ToArray() }).Message);
    }

    [Fact]
    public void A_graph_that_gives_no_numbers_is_refused()
    {
        var graph = ColourNetwork.Graph(inner: true).Initializer("zero", [], [0f]).Node("Div", ["logits", "zero"], ["broken"]);

        var refusal = _network.Refusal(graph, ColourNetwork.Card with { Image = ColourNetwork.Image with { Logits = "broken", Maps = null } });

        Assert.Contains("not a number", refusal.Message, StringComparison.Ordinal);
    }
}
