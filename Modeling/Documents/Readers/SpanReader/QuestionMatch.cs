namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>How well each label of a page matches a question, and which match best.</summary>
internal sealed class QuestionMatch
{
    const int MostLabelWords = 6;

    readonly Dictionary<LabelText, LabelMatch> _matches = [];
    readonly Dictionary<LabelText, float> _found = [];
    readonly float[] _strengths;
    readonly Dictionary<IReadOnlyList<Heading>, (float Strength, float Labelled, int Rows)> _headers = [];
    readonly Dictionary<int, RowMatch> _rows = [];
    readonly Dictionary<PageLine, (float Strength, ulong Concepts)> _heads = [];
    readonly IReadOnlyList<CandidateLabels> _labels;
    readonly PageLayout _layout;
    (float, float, float, float)? _bestCell;
    (float Labelled, float Asked)[]? _named;

    /// <summary>Compares the question with the labels of all candidates.</summary>
    public QuestionMatch(Question question, IReadOnlyList<CandidateLabels> labels, PageLayout layout)
    {
        Question = question;
        Found = WordsOnPage(question.Label, layout);
        FoundShare = question.Label.Weight == 0 ? 0 : (float)(Found.Weight / question.Label.Weight);
        _labels = labels;
        _layout = layout;
        foreach (var label in labels)
        {
            Of(label.Inline);
            Of(label.Left);
            Of(label.Above);
            Of(label.Below);
        }

        _strengths = [.. _matches.Values.Select(match => match.Strength).OrderDescending()];
        foreach (var line in layout.Lines.Where(line => line.Traits is { Digits: 0, WordCount: <= MostLabelWords }))
        {
            if (FoundStrength(line.Label) is var strength && strength > BestLineStrength)
            {
                (BestLine, BestLineStrength) = (line, strength);
            }
        }
    }

    /// <summary>The question.</summary>
    public Question Question { get; }

    /// <summary>The question's words that stand somewhere on the page; the others tell how one asks, or what the page lacks.</summary>
    public LabelText Found { get; }

    /// <summary>Their share of the question's words by weight, 0 to 1.</summary>
    public float FoundShare { get; }

    /// <summary>Strength of the best label on the page, 0 to 1.</summary>
    public float BestStrength => _strengths.Length > 0 ? _strengths[0] : 0;

    /// <summary>The short line without digits that matches best; null when none matches at all.</summary>
    public PageLine? BestLine { get; }

    /// <summary>How strongly it matches, 0 to 1.</summary>
    public float BestLineStrength { get; }

    /// <summary>The match of one label.</summary>
    public LabelMatch Of(LabelText label)
    {
        if (!_matches.TryGetValue(label, out var match))
        {
            _matches[label] = match = LabelMatch.Of(Question.Label, label);
        }

        return match;
    }

    /// <summary>How strongly a label matches the words that stand on the page, or the kin of all words, 0 to 1.</summary>
    public float FoundStrength(LabelText label)
    {
        if (ReferenceEquals(Found, Question.Label))
        {
            return Of(label).Strength;
        }

        if (!_found.TryGetValue(label, out var strength))
        {
            _found[label] = strength = MathF.Max(LabelMatch.Of(Found, label).Strength, Of(label).KinStrength);
        }

        return strength;
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
    /// The best match among what stands over a candidate: its strength and how many rows above it stands, and the largest
    /// share of a heading's words that the question has.
    /// </summary>
    public (float Strength, float Labelled, int Rows) HeaderOf(CandidateLabels labels)
    {
        if (!_headers.TryGetValue(labels.Headings, out var best))
        {
            foreach (var (text, rows) in labels.Headings)
            {
                var match = Of(text);
                best = (MathF.Max(best.Strength, match.Strength), MathF.Max(best.Labelled, match.Labelled), match.Strength > best.Strength ? rows : best.Rows);
            }

            _headers[labels.Headings] = best;
        }

        return best;
    }

    /// <summary>How much a table's row is the one that the question names; a line may hold several of its cells.</summary>
    public RowMatch RowOf(PageLine line, CandidateLabels labels) => RowOf(line).Or(Of(labels.Inline), isLeft: true);

    /// <summary>How much the other lines of a row are the one that the question names.</summary>
    public RowMatch RowOf(PageLine line)
    {
        if (!_rows.TryGetValue(line.Index, out var best))
        {
            for (var left = line.Left; left is not null; left = left.Left)
            {
                best = best.Or(Of(left.Label), isLeft: true);
            }

            for (var right = line.Right; right is not null; right = right.Right)
            {
                best = best.Or(Of(right.Label), isLeft: false);
            }

            _rows[line.Index] = best;
        }

        return best;
    }

    /// <summary>
    /// How much a row's lines are what the question names: the largest share of a line's words that the question has, and of
    /// the question's words that a line has. Till slips print the figures of an item under its name.
    /// </summary>
    public (float Labelled, float Asked) NamedIn(int row)
    {
        _named ??= NameRows();
        return row >= 0 && row < _named.Length ? _named[row] : default;
    }

    (float, float)[] NameRows()
    {
        var named = new (float Labelled, float Asked)[_layout.Rows.Length];
        foreach (var line in _layout.Lines)
        {
            var match = Of(line.Label);
            ref var best = ref named[line.Row];
            best = (MathF.Max(best.Labelled, match.Labelled), MathF.Max(best.Asked, match.Asked));
        }

        return named;
    }

    /// <summary>The strongest heading over any candidate, and the row that the question names most.</summary>
    public (float Header, float Labelled, float Row, float RowAsked) BestCell => _bestCell ??= FindBestCell();

    (float, float, float, float) FindBestCell()
    {
        var (header, labelled, row, asked) = (0f, 0f, 0f, 0f);
        foreach (var labels in _labels)
        {
            var ofHeader = HeaderOf(labels);
            (header, labelled) = (MathF.Max(header, ofHeader.Strength), MathF.Max(labelled, ofHeader.Labelled));
        }

        foreach (var line in _layout.Lines)
        {
            var ofRow = RowOf(line);
            (row, asked) = (MathF.Max(row, ofRow.Labelled), MathF.Max(asked, ofRow.Asked));
        }

        return (header, labelled, row, asked);
    }

    /// <summary>What heads the block of a line: how strongly its first line and the labels over and beside that match, 0 to 1, and the concepts these name.</summary>
    public (float Strength, ulong Concepts) HeadOf(PageLine line)
    {
        var first = _layout.Blocks[line.Index].Lines[0];
        if (!_heads.TryGetValue(first, out var head))
        {
            LabelText[] labels = [first.Traits.Digits == 0 ? first.Label : LabelText.Empty, _layout.Labels.Over(first, first.Box), first.Left?.Label ?? LabelText.Empty];
            foreach (var label in labels)
            {
                head = (MathF.Max(head.Strength, FoundStrength(label)), head.Concepts | label.Concepts);
            }

            _heads[first] = head;
        }

        return head;
    }

    static LabelText WordsOnPage(LabelText question, PageLayout layout)
    {
        var found = question.Words.Where(layout.Words.Contains).ToArray();
        return found.Length == question.Words.Length ? question : LabelText.OfWords(found);
    }
}
