using AspireMl.Modeling.Decoding;

namespace AspireMl.Loops.Tests.Images;

/// <summary>Photos of three things, as a camera with some noise would see them.</summary>
static class Drawings
{
    const int Side = 48;
    const int Noise = 25;

    public static IReadOnlyList<string> Labels { get; } = ["disc", "square", "stripes"];

    /// <summary>A JPEG of the thing at some place in some colours.</summary>
    /// <param name="label">One of <see cref="Labels"/>.</param>
    /// <param name="seed">Decides place, size, colours and noise.</param>
    /// <param name="light">Brightness; 1 is that of the training images.</param>
    public static byte[] Jpeg(string label, int seed, double light = 1)
    {
        var random = new Random(seed);
        var (x, y, size) = (random.Next(18, 31), random.Next(18, 31), random.Next(9, 15));
        byte[][] colours = [Colour(random, 120, 250), Colour(random, 20, 110)];
        using var image = new DecodedImage(Side, Side);
        for (var at = 0; at < image.Pixels.Length; at++)
        {
            var (row, column) = Math.DivRem(at / 3, Side);
            var colour = colours[Covers(label, column - x, row - y, size) ? 1 : 0][at % 3];
            image.Pixels[at] = (byte)Math.Clamp(light * (colour + random.Next(-Noise, Noise + 1)), 0, 255);
        }

        return ImagePreview.Jpeg(image, Side);
    }

    static bool Covers(string label, int x, int y, int size) => label switch
    {
        "disc" => (x * x) + (y * y) < size * size,
        "square" => Math.Abs(x) < size && Math.Abs(y) < size,
        _ => (y + Side) % size < size / 2,
    };

    static byte[] Colour(Random random, int least, int most) => [(byte)random.Next(least, most), (byte)random.Next(least, most), (byte)random.Next(least, most)];
}
