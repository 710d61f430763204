using System.Numerics.Tensors;
using AspireMl.Contracts.Models;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Decoding.Resampling;

namespace AspireMl.Modeling.Images.Preparation;

/// <summary>Brings images to a graph's input as the card says: size, cut-out, order of colours, mean and deviation.</summary>
sealed class ImagePreparation(ImageCard card)
{
    const int Channels = 3;
    const double Scale = 255;

    readonly PlaneOrder _order = card.Colours == ImageColours.Rgb ? PlaneOrder.RedGreenBlue : PlaneOrder.BlueGreenRed;

    // (value / 255 − mean) / deviation, as one factor and one summand a plane.
    readonly float[] _factors = [.. card.Deviation.Select(deviation => (float)(1 / (Scale * deviation)))];
    readonly float[] _summands = [.. card.Mean.Zip(card.Deviation, (mean, deviation) => (float)(-mean / deviation))];

    /// <summary>Values of one image.</summary>
    public int Length => Channels * Plane;

    int Plane => card.Width * card.Height;

    /// <summary>Writes the values of an image: three planes, rows from the top.</summary>
    public void Fill(DecodedImage image, Span<float> values)
    {
        Resampler.Resize(image, WindowOf(image), _order, values);
        for (var channel = 0; channel < Channels; channel++)
        {
            var plane = values.Slice(channel * Plane, Plane);
            TensorPrimitives.Multiply(plane, _factors[channel], plane);
            TensorPrimitives.Add(plane, _summands[channel], plane);
        }
    }

    /// <summary>The part of an image that the graph sees, in pixels of the image.</summary>
    public SeenArea AreaOf(DecodedImage image)
    {
        var window = WindowOf(image);
        var (across, down) = ((float)image.Width / window.FullWidth, (float)image.Height / window.FullHeight);
        return new(window.Left * across, window.Top * down, window.Width * across, window.Height * down);
    }

    ResampleWindow WindowOf(DecodedImage image)
    {
        if (card.Resize != ImageResizing.Crop || card.ShorterSide is not { } shorter)
        {
            return ResampleWindow.Whole(card.Width, card.Height);
        }

        // The rounding that the common training libraries use: the longer side down, the margin to the even neighbour.
        var (width, height) = image.Width <= image.Height
            ? (shorter, (int)((long)shorter * image.Height / image.Width))
            : ((int)((long)shorter * image.Width / image.Height), shorter);
        return new(width, height, Margin(width - card.Width), Margin(height - card.Height), card.Width, card.Height);
    }

    static int Margin(int rest) => (int)Math.Round(rest / 2.0, MidpointRounding.ToEven);
}
