using System.Text.Json.Nodes;
using AspireMl.Contracts.Models;
using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Modeling.Tests.ModelPackages;

public sealed class ImageRulesTests : IDisposable
{
    readonly TestPackage _package = new();

    static ModelCard Card => TestPackage.Card with
    {
        Task = ModelTasks.ImageClassification,
        Image = new()
        {
            Width = 32,
            Height = 24,
            Colours = ImageColours.Rgb,
            Mean = [0.5, 0.5, 0.5],
            Deviation = [0.25, 0.25, 0.25],
            Activation = ImageActivations.Softmax,
            Labels = ["cat", "dog"],
            Logits = "logits",
        },
    };

    public void Dispose() => _package.Dispose();

    [Fact]
    public void The_image_part_of_a_card_is_read_as_it_was_written()
    {
        var image = ModelPackage.Open(_package.Write(Card).Folder).Card.Image!;

        Assert.Equal((32, 24), (image.Width, image.Height));
        Assert.Equal([0.25, 0.25, 0.25], image.Deviation);
        Assert.Equal(["cat", "dog"], image.Labels!);
        Assert.Null(image.Maps);
    }

    [Theory]
    [InlineData("width", "0", "image.width and image.height must be 1 to 2048")]
    [InlineData("height", "2049", "image.width and image.height must be 1 to 2048")]
    [InlineData("resize", "\"fit\"", "image.resize must be stretch or crop")]
    [InlineData("resize", "\"crop\"", "image.shorterSide must be from the longer side")]
    [InlineData("shorterSide", "64", "image.shorterSide is for crop only")]
    [InlineData("colours", "\"grey\"", "image.colours must be rgb or bgr")]
    [InlineData("mean", "[0.5,0.5]", "image.mean must hold 3 numbers")]
    [InlineData("mean", "[0.5,0.5,100]", "image.mean must hold 3 numbers")]
    [InlineData("deviation", "[1,1,0]", "image.deviation must hold 3 numbers")]
    [InlineData("activation", "\"argmax\"", "image.activation must be softmax or sigmoid")]
    [InlineData("temperature", "0", "image.temperature must be from 0.01 to 100")]
    [InlineData("logits", "\"\"", "must name tensors")]
    [InlineData("logits", "null", "$.image.logits")]
    [InlineData("maps", "\"logits\"", "must be different tensors")]
    [InlineData("labels", "[\"cat\"]", "image.labels must hold 2 to 10000 labels, not 1")]
    [InlineData("labels", "[\"cat\",\"cat\"]", "holds the label 'cat' twice")]
    [InlineData("labels", "[\"cat\",\"a\\nb\"]", "without control characters")]
    [InlineData("labels", "null", "either labels or labelsFile")]
    [InlineData("labelsFile", "\"words/list.txt\"", "either labels or labelsFile")]
    [InlineData("reference", "\"reference.bin\"", "image.reference names 'reference.bin', which is not among files")]
    public void A_field_that_is_wrong_is_named(string field, string value, string sentence)
    {
        _package.Write(Card).EditCard(card => card["image"]![field] = JsonNode.Parse(value));

        Assert.Contains(sentence, _package.RefusalException().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_centre_is_cut_out_of_an_image_whose_shorter_side_holds_it()
    {
        var card = Card with { Image = Card.Image! with { Resize = ImageResizing.Crop, ShorterSide = 32 } };

        Assert.Equal(32, ModelPackage.Open(_package.Write(card).Folder).Card.Image!.ShorterSide);
    }

    [Fact]
    public void Labels_may_be_in_a_file_of_the_package()
    {
        var card = Card with { Image = Card.Image! with { Labels = null, LabelsFile = "words/list.txt" } };

        Assert.Equal("words/list.txt", ModelPackage.Open(_package.Write(card).Folder).Card.Image!.LabelsFile);
    }

    [Fact]
    public void Only_image_classifiers_have_an_image_part()
    {
        _package.Write(Card).EditCard(card => card["task"] = ModelTasks.DocumentQuestion);

        Assert.Contains("image belongs to the task image-classification only", _package.RefusalException().Message, StringComparison.Ordinal);
    }
}
