using AspireMl.Modeling.Decoding.Resampling;
using AspireMl.Modeling.Onnx.Folding;
using AspireMl.Modeling.Tests.Documents.Ocr;

namespace AspireMl.Modeling.Tests.Onnx.Folding;

public sealed class ConvolutionFoldingTests
{
    [Fact]
    public void The_network_that_finds_lines_keeps_its_probabilities()
    {
        var operations = Folded.Same(Network("detection.onnx"), Page(192, 96), 1, 3, 96, 192);

        Assert.Empty(operations.Intersect(["BatchNormalization", "Clip", "ConvTranspose", "Div"]));
    }

    [Fact]
    public void The_network_that_reads_them_keeps_its_characters()
    {
        var operations = Folded.Same(Network("recognition.onnx"), Page(160, 48), 1, 3, 48, 160);

        Assert.Empty(operations.Intersect(["BatchNormalization", "Clip"]));
    }

    [Fact]
    public void Folding_again_changes_nothing()
    {
        var once = ConvolutionFolding.Fold(FoldingGraphs.New(2).Conv("x", "a", 2, 4).HardSwish("a", "b").ConvTranspose("b", "y", 4, 1).ToBytes());

        Assert.Equal(once, ConvolutionFolding.Fold(once));
    }

    [Fact]
    public void A_network_without_convolutions_stays_as_it_is()
    {
        var graph = FoldingGraphs.New(2).Scalar("Mul", "x", "a", 2).HardSwish("a", "y");

        Assert.Equal(["Mul", "Add", "Clip", "Mul", "Div"], Folded.Same(graph.ToBytes(), 1, 2, 4, 4));
    }

    // Black text on white, from −1 to 1.
    static float[] Page(int width, int height)
    {
        using var page = BitmapFont.Blank(width, height);
        BitmapFont.Write(page, 16, 12, 3, "TOTAL 12");
        var planes = new float[3 * width * height];
        Resampler.Resize(page, width, height, planes);
        return [.. planes.Select(value => (value / 127.5f) - 1)];
    }

    static byte[] Network(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "ocr", file));
}
