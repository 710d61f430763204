using AspireMl.Contracts.Documents;
using AspireMl.Modeling.Documents.Evaluation;

namespace AspireMl.Bench.Documents;

/// <summary>
/// Compares what the OCR read with what persons typed. Boxes of the two are often cut differently, so each typed line is
/// compared with the words whose centres lie in its box, in reading order; a word in several boxes belongs to the one
/// whose middle height is nearest. Spaces count; case does not, because the persons typed capitals whatever stands on the
/// page. A line is right when the edit distance is at most 20 % of the longer text.
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
    public IReadOnlyList<(OcrLine Line, string Read)> Add(IReadOnlyList<OcrLine> labelled, IReadOnlyList<OcrLine> read)
    {
        var wrong = new List<(OcrLine, string)>();
        var texts = Assign(labelled, read);
        for (var i = 0; i < labelled.Count; i++)
        {
            var line = labelled[i];
            var (typed, text) = (line.Text.ToUpperInvariant(), string.Join(' ', texts[i]).ToUpperInvariant());
            var similarity = Anls.Similarity(typed, text);
            Lines++;
            _similarities += similarity;
            Exact += typed == text ? 1 : 0;
            RightIgnoringSpaces += Anls.Similarity(Unspaced(typed), Unspaced(text)) >= Right ? 1 : 0;
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

    static List<string>[] Assign(IReadOnlyList<OcrLine> labelled, IReadOnlyList<OcrLine> read)
    {
        var texts = new List<string>[labelled.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = [];
        }

        foreach (var word in read.SelectMany(line => line.Words))
        {
            var nearest = -1;
            for (var i = 0; i < labelled.Count; i++)
            {
                if (Holds(labelled[i].Box, word.Box) && (nearest < 0 || Distance(labelled[i].Box, word.Box) < Distance(labelled[nearest].Box, word.Box)))
                {
                    nearest = i;
                }
            }

            if (nearest >= 0)
            {
                texts[nearest].Add(word.Text);
            }
        }

        return texts;
    }

    static bool Holds(Box box, Box word)
    {
        var (x, y) = (word.X + (word.Width / 2), word.Y + (word.Height / 2));
        return x >= box.X && x <= box.Right && y >= box.Y && y <= box.Bottom;
    }

    static float Distance(Box box, Box word) =>
        MathF.Abs(word.Y + (word.Height / 2) - box.Y - (box.Height / 2));

    static string Unspaced(string text) => text.Replace(" ", string.Empty, StringComparison.Ordinal);
}
