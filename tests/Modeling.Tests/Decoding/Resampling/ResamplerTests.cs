using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Decoding.Resampling;
using AspireMl.Modeling.Tests.Images;
using FsCheck;
using FsCheck.Fluent;

namespace AspireMl.Modeling.Tests.Decoding.Resampling;

public sealed class ResamplerTests
{
    static readonly Arbitrary<(int Width, int Height, int To, int Seed)> Sizes = Gen.Choose(1, 60).SelectMany(width =>
        Gen.Choose(1, 60).SelectMany(height => Gen.Choose(1, 60).SelectMany(to => Gen.Choose(0, 1000).Select(seed => (width, height, to, seed))))).ToArbitrary();

    [Fact]
    public void The_same_size_gives_the_same_pixels_plane_by_plane()
    {
        using var image = Pictures.Random(1, 7, 5);

        var planes = Resized(image, ResampleWindow.Whole(7, 5), PlaneOrder.RedGreenBlue);

        for (var i = 0; i < 35; i++)
        {
            Assert.Equal((image.Pixels[3 * i], image.Pixels[(3 * i) + 1], image.Pixels[(3 * i) + 2]), (planes[i], planes[35 + i], planes[70 + i]));
        }
    }

    [Fact]
    public void Values_stay_between_the_least_and_the_greatest_whatever_the_sizes() => Prop.ForAll(Sizes, size =>
    {
        using var image = Pictures.Random(size.Seed, size.Width, size.Height);
        var (least, greatest) = (image.Pixels.ToArray().Min(), image.Pixels.ToArray().Max());

        var planes = Resized(image, ResampleWindow.Whole(size.To, size.To), PlaneOrder.BlueGreenRed);

        return planes.All(value => value >= least - 0.01f && value <= greatest + 0.01f);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_window_holds_what_is_there_in_the_whole() => Prop.ForAll(Sizes, size =>
    {
        using var image = Pictures.Random(size.Seed, size.Width, size.Height);
        var full = size.To + 3;
        var whole = Resized(image, ResampleWindow.Whole(full, full), PlaneOrder.RedGreenBlue);

        var part = Resized(image, new(full, full, 1, 2, size.To, size.To), PlaneOrder.RedGreenBlue);

        return Enumerable.Range(0, part.Length).All(i =>
        {
            var (channel, y, x) = (i / (size.To * size.To), i / size.To % size.To, i % size.To);
            return MathF.Abs(part[i] - whole[(channel * full * full) + ((y + 2) * full) + x + 1]) < 0.01f;
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shrinking_averages_and_skips_no_stripe()
    {
        var stripes = Enumerable.Range(0, 64 * 64).SelectMany(i => Enumerable.Repeat((byte)(i % 2 == 0 ? 200 : 100), 3)).ToArray();
        using var image = Pictures.Of(stripes, 64, 64);

        var planes = Resized(image, ResampleWindow.Whole(8, 8), PlaneOrder.RedGreenBlue);

        Assert.All(planes, value => Assert.InRange(value, 145, 155));
    }

    static float[] Resized(DecodedImage image, ResampleWindow window, PlaneOrder order)
    {
        var planes = new float[3 * window.Width * window.Height];
        Resampler.Resize(image, window, order, planes);
        return planes;
    }
}
