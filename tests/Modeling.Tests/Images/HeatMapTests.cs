using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Images.Explanations;
using AspireMl.Modeling.Images.Preparation;

namespace AspireMl.Modeling.Tests.Images;

public sealed class HeatMapTests : IDisposable
{
    readonly ImageDecoder _decoder = new(new() { MinSide = 1 });

    public void Dispose() => _decoder.Dispose();

    [Fact]
    public void Maps_are_weighted_cut_at_zero_and_scaled_to_one()
    {
        // 2·[1 2 3 4] − 1·[0 4 8 1] = [2 0 −2 7].
        var map = HeatMap.Of([1, 2, 3, 4, 0, 4, 8, 1], 2, 2, [2, -1], new(0, 0, 10, 10));

        Assert.Equal([2f / 7, 0, 0, 1], map.Values);
    }

    [Fact]
    public void A_label_that_nothing_speaks_for_has_an_empty_map() =>
        Assert.Equal([0f, 0], HeatMap.Of([1, 2], 1, 2, [-1], new(0, 0, 1, 1)).Values);

    [Fact]
    public void Maps_of_another_number_of_channels_are_an_error() =>
        Assert.Throws<InvalidOperationException>(() => HeatMap.Of(new float[12], 2, 2, [1, 1], default));

    [Fact]
    public void The_map_is_laid_over_the_image_bilinearly()
    {
        using var image = Pictures.Of(new byte[8 * 4 * 3], 8, 4);
        var map = HeatMap.Of([0, 1], 1, 2, [1], new(0, 0, 8, 4));

        using var grey = Decoded(HeatMapPictures.Of(map, image).Grey);

        // Cell centres are at columns 2 and 6, pixel centres at halves.
        byte[] row = [.. Enumerable.Range(0, 8).Select(x => grey.Pixels[3 * x])];
        Assert.Equal([0, 0, 32, 96, 159, 223, 255, 255], row);
    }

    [Fact]
    public void Beside_what_the_graph_saw_the_map_is_empty()
    {
        using var image = Pictures.Of(new byte[8 * 4 * 3], 8, 4);
        var map = HeatMap.Of([1, 1], 1, 2, [1], new SeenArea(2, 0, 4, 4));

        using var grey = Decoded(HeatMapPictures.Of(map, image).Grey);

        Assert.Equal([0, 0, 255, 255, 255, 255, 0, 0], Enumerable.Range(0, 8).Select(x => grey.Pixels[3 * x]));
    }

    [Fact]
    public void The_overlay_leaves_cold_places_as_they_are_and_turns_warm_ones_red()
    {
        using var image = Pictures.Of([.. Enumerable.Repeat((byte)100, 40 * 20 * 3)], 40, 20);
        var map = HeatMap.Of([0, 1], 1, 2, [1], new(0, 0, 40, 20));

        using var overlay = Decoded(HeatMapPictures.Of(map, image).Overlay);

        Assert.Equal((40, 20), (overlay.Width, overlay.Height));
        Assert.Equal([100, 100, 100], overlay.Pixels[..3].ToArray());
        Assert.True(overlay.Pixels[^3] > 180 && overlay.Pixels[^1] < 60);
    }

    [Fact]
    public void Pictures_of_a_large_image_are_smaller_and_keep_its_proportions()
    {
        using var image = Pictures.Random(1, 3000, 1500);
        var map = HeatMap.Of([0.5f], 1, 1, [1], new(0, 0, 3000, 1500));

        var pictures = HeatMapPictures.Of(map, image);

        using var grey = Decoded(pictures.Grey);
        using var overlay = Decoded(pictures.Overlay);
        Assert.Equal((1024, 512), (grey.Width, grey.Height));
        Assert.Equal((1024, 512), (overlay.Width, overlay.Height));
    }

    DecodedImage Decoded(byte[] png) => _decoder.DecodeSingle(png);
}
