using AspireMl.Contracts.Documents;

namespace AspireMl.Bench.Documents;

/// <summary>
/// Compares what the OCR read with what persons typed. Boxes of the two are often cut differently, so each typed line is
/// compared with the words whose centres lie in its box, in reading order. Spaces count; case does not, because the
/// persons typed capitals whatever stands on the page. A line is right when the edit distance is at most 20 % of the
/// longer text.
/// </summary>
internal sealed class OcrScore
{
    const double Right = 0.8;
    double _similarities;

    public int Lines { get; private set; }

    public int RightLines { get; private set; }

    public int RightIgnoringSpaces { get; private set; }

    public int Exact { get; private set; }

    public double RightShare => (double)RightLines / Lines;

    public double RightIgnoringSpacesShare => (double)RightIgnoringSpaces / Lines;

    public double ExactShare => (double)Exact / Lines;

    public double MeanSimilarity => _similarities / Lines;

    /// <summary>Adds a page; returns the lines that were not right, with what was read instead.</summary>
    public IReadOnlyList<(LabelledLine Line, string Read)> Add(IReadOnlyList<LabelledLine> labelled, IReadOnlyList<OcrLine> read)
    {
        var wrong = new List<(LabelledLine, string)>();
        foreach (var line in labelled)
        {
            var (typed, text) = (line.Text.ToUpperInvariant(), ReadIn(line.Box, read).ToUpperInvariant());
            var similarity = Levenshtein.Similarity(typed, text);
            Lines++;
            _similarities += similarity;
            Exact += typed == text ? 1 : 0;
            RightIgnoringSpaces += Levenshtein.Similarity(Unspaced(typed), Unspaced(text)) >= Right ? 1 : 0;
            if (similarity >= Right)
            {
                RightLines++;
            }
            else
            {
                wrong.Add((line, text));
            }
        }

        return wrong;
    }

    static string ReadIn(Box box, IReadOnlyList<OcrLine> read) =>
        string.Join(' ', read.SelectMany(line => line.Words).Where(word => Holds(box, word.Box)).Select(word => word.Text));

    static bool Holds(Box box, Box word)
    {
        var (x, y) = (word.X + (word.Width / 2), word.Y + (word.Height / 2));
        return x >= box.X && x <= box.Right && y >= box.Y && y <= box.Bottom;
    }

    static string Unspaced(string text) => text.Replace(" ", string.Empty, StringComparison.Ordinal);
}
