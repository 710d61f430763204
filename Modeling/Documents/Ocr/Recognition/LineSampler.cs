using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Documents.Ocr.Geometry;

namespace AspireMl.Modeling.Documents.Ocr.Recognition;

/// <summary>Lifts a rectangle of any angle off the page into the recogniser's input: three planes of −1 to 1, blue first.</summary>
internal static class LineSampler
{
    const int Channels = 3;

    /// <param name="page">The page.</param>
    /// <param name="rectangle">What to lift.</param>
    /// <param name="width">Columns that the rectangle fills.</param>
    /// <param name="stride">Columns of the input; those after <paramref name="width"/> are left as they are.</param>
    /// <param name="height">Rows of the input.</param>
    /// <param name="planes">The input.</param>
    internal static void Sample(DecodedImage page, TextRectangle rectangle, int width, int stride, int height, Span<float> planes)
    {
        var pixels = page.Pixels;
        var plane = stride * height;
        var (stepX, stepY) = (rectangle.Width / width, rectangle.Height / height);

        // Several samples a pixel where the line shrinks, so that thin strokes are averaged instead of skipped.
        var across = Math.Clamp((int)MathF.Round(stepX), 1, 8);
        var down = Math.Clamp((int)MathF.Round(stepY), 1, 8);
        var share = 1f / (across * down * 127.5f);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                float r = 0, g = 0, b = 0;
                for (var i = 0; i < down; i++)
                {
                    for (var j = 0; j < across; j++)
                    {
                        var at = rectangle.At((x + ((j + 0.5f) / across)) * stepX, (y + ((i + 0.5f) / down)) * stepY);
                        Bilinear(pixels, page.Width, page.Height, at.X - 0.5f, at.Y - 0.5f, ref r, ref g, ref b);
                    }
                }

                var place = (y * stride) + x;
                planes[place] = (b * share) - 1;
                planes[plane + place] = (g * share) - 1;
                planes[(2 * plane) + place] = (r * share) - 1;
            }
        }
    }

    static void Bilinear(ReadOnlySpan<byte> pixels, int width, int height, float x, float y, ref float r, ref float g, ref float b)
    {
        x = Math.Clamp(x, 0, width - 1);
        y = Math.Clamp(y, 0, height - 1);
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, width - 1), Math.Min(top + 1, height - 1));
        var (fx, fy) = (x - left, y - top);
        var (a, c) = ((top * width * Channels) + (left * Channels), (top * width * Channels) + (right * Channels));
        var (d, e) = ((bottom * width * Channels) + (left * Channels), (bottom * width * Channels) + (right * Channels));
        var (wa, wc, wd, we) = ((1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy);
        r += (wa * pixels[a]) + (wc * pixels[c]) + (wd * pixels[d]) + (we * pixels[e]);
        g += (wa * pixels[a + 1]) + (wc * pixels[c + 1]) + (wd * pixels[d + 1]) + (we * pixels[e + 1]);
        b += (wa * pixels[a + 2]) + (wc * pixels[c + 2]) + (wd * pixels[d + 2]) + (we * pixels[e + 2]);
    }
}
