using AspireMl.Modeling.Decoding;
using AspireMl.Retraining.Worker.Images.Runs;
using AspireMl.Retraining.Worker.Images.Training;

namespace AspireMl.Retraining.Worker.Tests.Images;

public sealed class AugmentationTests
{
    static readonly string Hash = new('a', 64);

    [Fact]
    public void Views_are_the_same_for_the_same_seed_and_image_and_others_for_others()
    {
        using var image = Gradient(20, 10);

        Assert.Equal(Views(image, 1, Hash), Views(image, 1, Hash));
        Assert.NotEqual(Views(image, 1, Hash), Views(image, 2, Hash));
        Assert.NotEqual(Views(image, 1, Hash), Views(image, 1, new('b', 64)));
        Assert.Equal(7, Views(image, 1, Hash).Length);
        Assert.Empty(new Augmentation(new() { Views = 1 }, 1, 32).Views(image, Hash));
    }

    [Fact]
    public void Every_second_view_is_mirrored_unless_that_is_forbidden()
    {
        using var image = Gradient(20, 10);
        var views = new Augmentation(new() { Views = 5, Shift = 0 }, 1, 32).Views(image, Hash);
        var upright = new Augmentation(new() { Views = 5, Shift = 0, Flip = false }, 1, 32).Views(image, Hash);

        Assert.Equal([190, 0, 190, 0], views.Select(view => (int)view.Pixels[0]));
        Assert.All(upright, view => Assert.Equal(image.Pixels.ToArray(), view.Pixels.ToArray()));
    }

    [Fact]
    public void Large_images_are_moved_in_a_smaller_copy()
    {
        using var image = Gradient(400, 100);

        Assert.All(new Augmentation(new() { Views = 2 }, 1, 32).Views(image, Hash), view => Assert.Equal((128, 32), (view.Width, view.Height)));
    }

    [Theory]
    [InlineData(100, 192, 8)]
    [InlineData(60_000, 192, 5)]
    [InlineData(60_000, 2048, 1)]
    public void So_many_images_that_memory_would_not_hold_all_views_are_seen_less_often(int images, int components, int views) =>
        Assert.Equal(views, SeenImages.AffordableViews(images, components, 8));

    [Fact]
    public void More_images_than_can_be_learned_from_at_once_are_refused() =>
        Assert.Contains("use fewer images", Assert.Throws<InvalidDataException>(() => SeenImages.AffordableViews(1_000_000, 2048, 8)).Message, StringComparison.Ordinal);

    static byte[][] Views(DecodedImage image, int seed, string hash) => [.. new Augmentation(new(), seed, 32).Views(image, hash).Select(view => view.Pixels.ToArray())];

    static DecodedImage Gradient(int width, int height)
    {
        var image = new DecodedImage(width, height);
        for (var at = 0; at < image.Pixels.Length; at++)
        {
            image.Pixels[at] = (byte)(10 * (at / 3 % width));
        }

        return image;
    }
}
