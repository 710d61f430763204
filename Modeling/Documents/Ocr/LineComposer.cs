using System.Text;
using AspireMl.Contracts.Documents;
using AspireMl.Modeling.Documents.Ocr.Recognition;

namespace AspireMl.Modeling.Documents.Ocr;

/// <summary>Splits recognised characters into words and places them on the page.</summary>
internal static class LineComposer
{
    /// <param name="line">What was read.</param>
    /// <param name="spaceThreshold">Probability from which a space is written.</param>
    /// <param name="pageWidth">Width that boxes are cut to.</param>
    /// <param name="pageHeight">Height that boxes are cut to.</param>
    internal static OcrLine Compose(RecognisedLine line, float spaceThreshold, int pageWidth, int pageHeight)
    {
        var words = new List<OcrWord>();
        var glyphs = line.Glyphs;
        var start = 0;
        var reach = line.Rectangle.Width / line.Steps;
        for (var i = 1; i <= glyphs.Count; i++)
        {
            if (i < glyphs.Count && !SpaceRules.IsSpace(glyphs, i, spaceThreshold))
            {
                continue;
            }

            var left = start == 0 ? 0 : Between(glyphs[start - 1], glyphs[start]);
            var right = i == glyphs.Count ? line.Steps : Between(glyphs[i - 1], glyphs[i]);
            words.Add(new(Text(glyphs, start, i), line.Rectangle.Slice(left * reach, right * reach).BoundingBox(pageWidth, pageHeight)));
            start = i;
        }

        return new(string.Join(' ', words.Select(static word => word.Text)), line.Score, line.Rectangle.BoundingBox(pageWidth, pageHeight), words);
    }

    // Time steps: the middle of the gap between two characters.
    static float Between(Glyph left, Glyph right) => (left.Last + 1 + right.First) / 2f;

    static string Text(IReadOnlyList<Glyph> glyphs, int from, int to)
    {
        var text = new StringBuilder(to - from);
        for (var i = from; i < to; i++)
        {
            text.Append(glyphs[i].Text);
        }

        return text.ToString();
    }
}
