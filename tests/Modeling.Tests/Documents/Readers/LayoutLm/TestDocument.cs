using AspireMl.Contracts.Documents;
using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Modeling.Tests.Documents.Readers.LayoutLm;

/// <summary>Documents set like a typewriter's: each character 10 × 20 pixels, lines 40 apart, on 2000 × 4000 pixels.</summary>
static class TestDocument
{
    public static OcrDocument Of(params string[] lines) => Pages(lines);

    public static OcrDocument Pages(params string[][] pages) => new([.. pages.Select((lines, i) => Page(i + 1, lines))]);

    static OcrPage Page(int number, string[] lines) =>
        new(number, 2000, 4000, [.. lines.Select((text, line) => Line(text, 40f * line) with { PageNumber = number })]);

    static OcrLine Line(string text, float top)
    {
        var words = new List<OcrWord>();
        var left = 0f;
        foreach (var word in text.Split(' '))
        {
            words.Add(new(word, new(left, top, 10 * word.Length, 20)));
            left += 10 * (word.Length + 1);
        }

        return new(text, 1, Box.Around(words.Select(word => word.Box)), words);
    }
}
