using AspireMl.Contracts.Documents;
using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Rendering;

/// <summary>Makes the OCR's page of lines of words, in its reading order.</summary>
internal static class PageBuilder
{
    public static OcrDocument Build(IEnumerable<List<InkWord>> lines, int width, int height, Dice dice)
    {
        var sure = dice.Between(0.9, 0.995);
        var read = lines.Where(words => words.Count > 0).Select(words => Line(words, Math.Clamp(sure + dice.Between(-0.08, 0.03), 0.5, 0.999)));
        return new([new OcrPage(1, width, height, [.. InReadingOrder(read)])]);
    }

    static OcrLine Line(List<InkWord> words, double confidence) => new(
        string.Join(' ', words.Select(word => word.Text)),
        Math.Round(confidence, 3),
        Box.Around(words.Select(word => word.Box)),
        [.. words.Select(word => new OcrWord(word.Text, word.Box))]);

    // Rows from top to bottom; a line belongs to the row whose first line it overlaps by half.
    static IEnumerable<OcrLine> InReadingOrder(IEnumerable<OcrLine> lines)
    {
        var rows = new List<List<OcrLine>>();
        foreach (var line in lines.OrderBy(line => line.Box.CentreY))
        {
            var row = rows.Count > 0 ? rows[^1][0].Box : default;
            if (rows.Count > 0 && line.Box.CentreY - row.CentreY < Math.Min(row.Height, line.Box.Height) * 0.5f)
            {
                rows[^1].Add(line);
            }
            else
            {
                rows.Add([line]);
            }
        }

        return rows.SelectMany(row => row.OrderBy(line => line.Box.X));
    }
}
