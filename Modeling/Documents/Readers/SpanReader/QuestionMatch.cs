using System.Runtime.CompilerServices;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>How well each label of a page matches a question, and which match best.</summary>
internal sealed class QuestionMatch
{
    readonly Dictionary<LabelText, LabelMatch> _matches = new(ReferenceComparer.Instance);
    readonly float[] _strengths;
    readonly Dictionary<int, (float Strength, float Labelled)> _headers = [];
    readonly Dictionary<int, float> _rows = [];
    readonly PageLayout _layout;

    /// <summary>Compares the question with the labels of all candidates.</summary>
    public QuestionMatch(Question question, IEnumerable<CandidateLabels> labels, PageLayout layout)
    {
        Question = question;
        _layout = layout;
        foreach (var label in labels)
        {
            Of(label.Inline);
            Of(label.Left);
            Of(label.Above);
        }

        _strengths = [.. _matches.Values.Select(match => match.Strength).OrderDescending()];
    }

    /// <summary>The question.</summary>
    public Question Question { get; }

    /// <summary>Strength of the best label on the page, 0 to 1.</summary>
    public float BestStrength => _strengths.Length > 0 ? _strengths[0] : 0;

    /// <summary>The match of one label.</summary>
    public LabelMatch Of(LabelText label)
    {
        if (!_matches.TryGetValue(label, out var match))
        {
            _matches[label] = match = LabelMatch.Of(Question.Label, label);
        }

        return match;
    }

    /// <summary>How many labels match better, at most 20.</summary>
    public int RankOf(LabelMatch match)
    {
        var rank = 0;
        while (rank < Math.Min(20, _strengths.Length) && _strengths[rank] > match.Strength + 1e-6f)
        {
            rank++;
        }

        return rank;
    }

    /// <summary>
    /// The best match among the words over a line in the rows above: its strength, and the largest share of a header's
    /// words that the question has.
    /// </summary>
    public (float Strength, float Labelled) HeaderOf(PageLine line)
    {
        if (!_headers.TryGetValue(line.Index, out var best))
        {
            foreach (var header in _layout.Labels.Headers(line, line.Box))
            {
                var match = Of(header);
                best = (MathF.Max(best.Strength, match.Strength), MathF.Max(best.Labelled, match.Labelled));
            }

            _headers[line.Index] = best;
        }

        return best;
    }

    /// <summary>The largest share of the words of a line to the left in the row that the question has, as it names a table's row.</summary>
    public float RowOf(PageLine line)
    {
        if (!_rows.TryGetValue(line.Index, out var best))
        {
            for (var left = line.Left; left is not null; left = left.Left)
            {
                best = MathF.Max(best, Of(left.Label).Labelled);
            }

            _rows[line.Index] = best;
        }

        return best;
    }

    sealed class ReferenceComparer : IEqualityComparer<LabelText>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals(LabelText? x, LabelText? y) => ReferenceEquals(x, y);

        public int GetHashCode(LabelText obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
