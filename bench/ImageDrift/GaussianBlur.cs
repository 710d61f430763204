using AspireMl.Modeling.Decoding;

namespace AspireMl.Bench.ImageDrift;

/// <summary>A Gaussian blur, first along the rows, then along the columns; the border goes on outside.</summary>
internal sealed class GaussianBlur
{
    const int Channels = 3;
    const double Reach = 3;

    readonly double[] _weights;

    public GaussianBlur(double deviation)
    {
        var radius = (int)Math.Ceiling(Reach * deviation);
        var weights = Enumerable.Range(-radius, (2 * radius) + 1).Select(at => Math.Exp(-at * at / (2 * deviation * deviation))).ToArray();
        var sum = weights.Sum();
        _weights = Array.ConvertAll(weights, weight => weight / sum);
    }

    public void Apply(DecodedImage image)
    {
        Along(image.Pixels, image.Height, image.Width * Channels, image.Width, Channels);
        for (var column = 0; column < image.Width; column++)
        {
            Along(image.Pixels[(column * Channels)..], 1, 0, image.Height, image.Width * Channels);
        }
    }

    // So many lines, each a step from the last, of so many pixels, each a stride from the last.
    void Along(Span<byte> pixels, int lines, int step, int length, int stride)
    {
        var line = new double[length];
        for (var start = 0; start < lines; start++)
        {
            for (var channel = 0; channel < Channels; channel++)
            {
                var first = (start * step) + channel;
                for (var at = 0; at < length; at++)
                {
                    line[at] = pixels[first + (at * stride)];
                }

                for (var at = 0; at < length; at++)
                {
                    pixels[first + (at * stride)] = (byte)Math.Round(At(line, at));
                }
            }
        }
    }

    double At(double[] line, int at)
    {
        var (sum, radius) = (0.0, _weights.Length / 2);
        for (var place = 0; place < _weights.Length; place++)
        {
            sum += _weights[place] * line[Math.Clamp(at + place - radius, 0, line.Length - 1)];
        }

        return sum;
    }
}
