using System.Globalization;
using AspireMl.Contracts.Training;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Decoding.Resampling;
using AspireMl.Statistics.Sampling;

namespace AspireMl.Retraining.Worker.Images.Training;

/// <summary>Further views of training images: mirrored and moved, the same ones for the same image and seed.</summary>
internal sealed class Augmentation(ImageTrainingSettings settings, int seed, int inputSide)
{
    const int Channels = 3;

    // Views of large images are made from a smaller copy, which the graph's input does not tell apart.
    readonly int _mostSide = 4 * inputSide;

    /// <summary>The views of an image beside itself; the caller disposes of them.</summary>
    /// <param name="image">The image.</param>
    /// <param name="sha256">Hash of its file: what is drawn follows from it and the seed alone.</param>
    public IReadOnlyList<DecodedImage> Views(DecodedImage image, string sha256)
    {
        if (settings.Views == 1)
        {
            return [];
        }

        var random = new SplitMix64(ulong.Parse(sha256.AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture) ^ SplitMix64.Mix((ulong)seed));
        var source = Smaller(image);
        try
        {
            var views = new List<DecodedImage>();
            for (var view = 1; view < settings.Views; view++)
            {
                // Every second view is mirrored: as many of one kind as of the other.
                var flip = settings.Flip && view % 2 == 1;
                views.Add(Moved(source, flip, Draw(ref random, source.Width), Draw(ref random, source.Height)));
            }

            return views;
        }
        finally
        {
            if (!ReferenceEquals(source, image))
            {
                source.Dispose();
            }
        }
    }

    int Draw(ref SplitMix64 random, int side)
    {
        var most = (int)Math.Round(side * settings.Shift);
        return random.Below((2 * most) + 1) - most;
    }

    DecodedImage Smaller(DecodedImage image)
    {
        var scale = _mostSide / (double)Math.Max(image.Width, image.Height);
        if (scale >= 1)
        {
            return image;
        }

        var smaller = new DecodedImage(Math.Max(1, (int)(image.Width * scale)), Math.Max(1, (int)(image.Height * scale)));
        ResizedPixels.Of(image, smaller.Width, smaller.Height).CopyTo(smaller.Pixels);
        return smaller;
    }

    // What moves in from outside repeats the pixels at the border.
    static DecodedImage Moved(DecodedImage image, bool flip, int right, int down)
    {
        var moved = new DecodedImage(image.Width, image.Height);
        var source = image.Pixels;
        var target = moved.Pixels;
        for (var y = 0; y < image.Height; y++)
        {
            var row = Math.Clamp(y - down, 0, image.Height - 1) * image.Width;
            for (var x = 0; x < image.Width; x++)
            {
                var column = Math.Clamp(x - right, 0, image.Width - 1);
                var at = row + (flip ? image.Width - 1 - column : column);
                source.Slice(at * Channels, Channels).CopyTo(target[(((y * image.Width) + x) * Channels)..]);
            }
        }

        return moved;
    }
}
