using AspireMl.Modeling.Decoding;

namespace AspireMl.Modeling.Tests.Documents.Ocr;

/// <summary>Draws plain capitals and digits, 5 × 7 dots each, so that pages with known text need no fonts.</summary>
internal static class BitmapFont
{
    const int Columns = 5, Rows = 7;

    // Seven rows of five dots for each character, the leftmost dot in the highest of five bits.
    static readonly Dictionary<char, byte[]> Dots = new()
    {
        ['A'] = [14, 17, 17, 31, 17, 17, 17], ['E'] = [31, 16, 16, 30, 16, 16, 31], ['H'] = [17, 17, 17, 31, 17, 17, 17], ['I'] = [14, 4, 4, 4, 4, 4, 14],
        ['L'] = [16, 16, 16, 16, 16, 16, 31], ['N'] = [17, 25, 21, 21, 19, 17, 17], ['O'] = [14, 17, 17, 17, 17, 17, 14],
        ['R'] = [30, 17, 17, 30, 20, 18, 17], ['T'] = [31, 4, 4, 4, 4, 4, 4],
        ['1'] = [4, 12, 4, 4, 4, 4, 14], ['2'] = [14, 17, 1, 6, 8, 16, 31],
        ['3'] = [30, 1, 1, 14, 1, 1, 30], ['4'] = [2, 6, 10, 18, 31, 2, 2], ['7'] = [31, 1, 2, 4, 8, 8, 8],
    };

    /// <summary>A white page.</summary>
    public static DecodedImage Blank(int width, int height)
    {
        var page = new DecodedImage(width, height);
        page.Pixels.Fill(255);
        return page;
    }

    /// <summary>Writes black text whose dots are squares of <paramref name="dot"/> pixels; characters without dots leave a gap.</summary>
    public static void Write(DecodedImage page, int left, int top, int dot, string text)
    {
        foreach (var character in text)
        {
            if (Dots.TryGetValue(character, out var rows))
            {
                for (var row = 0; row < Rows; row++)
                {
                    for (var column = 0; column < Columns; column++)
                    {
                        if ((rows[row] & (16 >> column)) != 0)
                        {
                            Fill(page, left + (column * dot), top + (row * dot), dot);
                        }
                    }
                }
            }

            left += (Columns + 1) * dot;
        }
    }

    /// <summary>The page turned by a quarter, clockwise.</summary>
    public static DecodedImage Turn(DecodedImage page)
    {
        var turned = new DecodedImage(page.Height, page.Width);
        for (var y = 0; y < page.Height; y++)
        {
            for (var x = 0; x < page.Width; x++)
            {
                page.Pixels.Slice(((y * page.Width) + x) * 3, 3).CopyTo(turned.Pixels[(((x * turned.Width) + (page.Height - 1 - y)) * 3)..]);
            }
        }

        return turned;
    }

    static void Fill(DecodedImage page, int left, int top, int dot)
    {
        for (var y = top; y < top + dot; y++)
        {
            page.Pixels.Slice(((y * page.Width) + left) * 3, dot * 3).Clear();
        }
    }
}
