using AspireMl.Modeling.Documents.Ocr.Recognition;

namespace AspireMl.Modeling.Documents.Ocr;

/// <summary>Decides whether a space stands between two characters.</summary>
internal static class SpaceRules
{
    /// <summary>Whether a space stands before character <paramref name="index"/>.</summary>
    internal static bool IsSpace(IReadOnlyList<Glyph> glyphs, int index, float threshold) =>
        glyphs[index].SpaceBefore >= threshold && !InsideDecimal(glyphs, index);

    // "64. 15" and "64 .15": narrow points leave gaps that look like spaces. Two digits after the point make an amount.
    static bool InsideDecimal(IReadOnlyList<Glyph> glyphs, int index)
    {
        var point = IsPoint(glyphs, index) ? index : IsPoint(glyphs, index - 1) ? index - 1 : -1;
        return point > 0
            && IsDigit(glyphs, point - 1)
            && IsDigit(glyphs, point + 1)
            && IsDigit(glyphs, point + 2)
            && !IsDigit(glyphs, point + 3);
    }

    static bool IsPoint(IReadOnlyList<Glyph> glyphs, int index) => glyphs[index].Text is "." or ",";

    static bool IsDigit(IReadOnlyList<Glyph> glyphs, int index) =>
        index < glyphs.Count && glyphs[index].Text is [>= '0' and <= '9'];
}
