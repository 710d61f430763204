using AspireMl.Contracts.Models;
using AspireMl.Modeling.Images.Preparation;

namespace AspireMl.Modeling.Tests.Images;

public sealed class ImagePreparationTests
{
    static readonly double[] Mean = [0.485, 0.456, 0.406];
    static readonly double[] Deviation = [0.229, 0.224, 0.225];

    [Fact]
    public void Values_are_scaled_and_normalised_plane_by_plane()
    {
        using var image = Pictures.Of([10, 20, 30, 250, 240, 230], 2, 1);
        var preparation = new ImagePreparation(ColourNetwork.Image with { Width = 2, Height = 1, Mean = Mean, Deviation = Deviation });
        var values = new float[preparation.Length];

        preparation.Fill(image, values);

        float[] expected = [.. new[] { 10, 250, 20, 240, 30, 230 }.Select((value, i) => (float)(((value / 255.0) - Mean[i / 2]) / Deviation[i / 2]))];
        Assert.All(values.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-5f));
    }

    [Fact]
    public void Colours_go_in_the_order_of_the_card_with_the_mean_of_their_place()
    {
        using var image = Pictures.Of([255, 0, 51], 1, 1);
        var preparation = new ImagePreparation(ColourNetwork.Image with { Width = 1, Height = 1, Colours = ImageColours.Bgr, Mean = [0.1, 0.2, 0.3] });
        var values = new float[3];

        preparation.Fill(image, values);

        Assert.Equal([0.2f - 0.1f, -0.2f, 0.7f], values.Select(value => MathF.Round(value, 5)));
    }

    [Theory]
    [InlineData(400, 200, 100, 0, 200, 200)]
    [InlineData(200, 400, 0, 100, 200, 200)]
    [InlineData(256, 256, 16, 16, 224, 224)]
    public void The_centre_is_cut_out_of_the_resized_image(int width, int height, float left, float top, float seenWidth, float seenHeight)
    {
        var shorter = width == height ? 256 : 224;
        using var image = Pictures.Random(1, width, height);
        var preparation = new ImagePreparation(ColourNetwork.Image with { Width = 224, Height = 224, Resize = ImageResizing.Crop, ShorterSide = shorter });

        var area = preparation.AreaOf(image);

        Assert.Equal((left, top, seenWidth, seenHeight), (MathF.Round(area.Left, 3), MathF.Round(area.Top, 3), MathF.Round(area.Width, 3), MathF.Round(area.Height, 3)));
    }

    [Fact]
    public void What_lies_beside_the_centre_is_not_seen()
    {
        // Red in the middle half, blue at both ends.
        byte[] pixels = [.. Enumerable.Range(0, 32 * 16).SelectMany(i => i % 32 is >= 8 and < 24 ? (byte[])[255, 0, 0] : [0, 0, 255])];
        using var image = Pictures.Of(pixels, 32, 16);
        var preparation = new ImagePreparation(ColourNetwork.Image with { Width = 16, Height = 16, Resize = ImageResizing.Crop, ShorterSide = 16 });
        var values = new float[preparation.Length];

        preparation.Fill(image, values);

        Assert.All(values[..256], red => Assert.Equal(1, red, 1e-5f));
        Assert.All(values[256..], other => Assert.Equal(0, other, 1e-5f));
    }
}
