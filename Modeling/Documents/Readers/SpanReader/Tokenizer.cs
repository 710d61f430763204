using System.Text.RegularExpressions;
using AspireMl.Contracts.Documents;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>Cuts the words of a line where a value may begin or end: after a colon, around brackets, after a currency.</summary>
internal static partial class Tokenizer
{
    [GeneratedRegex(@"[()\[\]]|(?<![A-Za-z])(?:" + Shapes.Currencies + @")(?=[\d.\-])|[^\s()\[\]:=#]+(?:(?<=\d):\d\d)*|[:=#]", RegexOptions.IgnoreCase)]
    private static partial Regex PiecePattern { get; }

    /// <summary>The tokens of a line with boxes; a piece of a word gets its share of the word's width.</summary>
    public static Token[] Tokenize(OcrLine line)
    {
        var tokens = new List<Token>();
        var offset = 0;
        foreach (var word in line.Words)
        {
            var start = line.Text.IndexOf(word.Text, Math.Min(offset, line.Text.Length), StringComparison.Ordinal);
            if (start < 0 || word.Text.Length == 0)
            {
                continue;
            }

            offset = start + word.Text.Length;
            foreach (var piece in PiecePattern.EnumerateMatches(word.Text))
            {
                tokens.Add(new(start + piece.Index, start + piece.Index + piece.Length, Share(word, piece.Index, piece.Length)));
            }
        }

        return [.. tokens];
    }

    static Box Share(OcrWord word, int start, int length)
    {
        var width = word.Box.Width / word.Text.Length;
        return word.Box with { X = word.Box.X + (start * width), Width = length * width };
    }
}
