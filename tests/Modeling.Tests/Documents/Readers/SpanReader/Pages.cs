using AspireMl.Contracts.Documents;
using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Modeling.Tests.Documents.Readers.SpanReader;

/// <summary>Pages of typed lines.</summary>
internal static class Pages
{
    const float Advance = 10;

    /// <summary>A page of lines, each with its left and top edge; letters are 10 wide and lines 18 high.</summary>
    public static OcrDocument Of(params (string Text, float X, float Y)[] lines) =>
        new([new(1, 1000, 1400, [.. lines.Select(line => Line(line.Text, line.X, line.Y))])]);

    public static OcrLine Line(string text, float x, float y)
    {
        const float Height = 18;
        var words = new List<OcrWord>();
        var offset = 0;
        foreach (var word in text.Split(' '))
        {
            words.Add(new(word, new(x + (offset * Advance), y, word.Length * Advance, Height)));
            offset += word.Length + 1;
        }

        return new(text, 0.98, new(x, y, text.Length * Advance, Height), words);
    }

    public static OcrDocument Receipt() => Of(
        ("NORTHWIND TRADERS LTD", 300, 40),
        ("12, HIGH STREET,", 320, 70),
        ("SPRINGFIELD 45600", 310, 95),
        ("TEL: 01234 567890", 310, 120),
        ("Invoice No : INV-2024-0017", 60, 170),
        ("Date", 60, 200),
        ("17/03/2024", 400, 200),
        ("Green tea 2 x 4.00", 60, 250),
        ("8.00", 600, 250),
        ("TOTAL", 60, 300),
        ("RM 8.00", 580, 300));
}
