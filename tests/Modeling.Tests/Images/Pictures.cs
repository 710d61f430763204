using AspireMl.Modeling.Decoding;

namespace AspireMl.Modeling.Tests.Images;

/// <summary>Decoded images for tests.</summary>
static class Pictures
{
    public static DecodedImage Of(string quarters, int width = 32, int height = 32) => Of(ColourNetwork.Pixels(quarters, width, height), width, height);

    public static DecodedImage Of(byte[] pixels, int width, int height)
    {
        var image = new DecodedImage(width, height);
        pixels.CopyTo(image.Pixels);
        return image;
    }

    public static DecodedImage Random(int seed, int width, int height)
    {
        var image = new DecodedImage(width, height);
        new Random(seed).NextBytes(image.Pixels);
        return image;
    }
}
