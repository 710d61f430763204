namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>How a candidate's labels and text answer to the question.</summary>
internal static class LabelFeatures
{
    static readonly string[] ConceptNames = [.. Lexicon.Default.Concepts.Select(concept => "asks_" + concept)];
    static readonly string[] LabelConceptNames = [.. Lexicon.Default.Concepts.Select(concept => "label_" + concept)];

    public static void Write(ref FeatureRow row, CandidateLabels labels, Candidate candidate, QuestionMatch match)
    {
        var question = match.Question;
        row.Add("asks_when", question.AsksWhen);
        row.Add("asks_who", question.AsksWho);
        row.Add("asks_where", question.AsksWhere);
        row.Add("asks_how", question.AsksHow);
        row.Add("asks_how_much", question.AsksHowMuch);
        row.Add("asks_how_many", question.AsksHowMany);
        row.Add("asks_to_whom", question.AsksToWhom);
        row.Add("asks_by_whom", question.AsksByWhom);
        row.Add("asks_without", question.AsksWithout);
        row.Add("asks_end", question.AsksEnd);
        row.Add("asks_span", question.AsksSpan);
        row.Add("asked_words", question.Label.Words.Length);
        row.Add("asked_concepts", ulong.PopCount(question.Label.Concepts));
        row.Add("asked_kin", (int)UInt128.PopCount(question.Label.Kin));
        row.Add("asked_roles", (int)UInt128.PopCount(question.Label.Kin & Lexicon.Default.Roles));
        var side = labels.Inline.IsEmpty ? labels.Left : labels.Inline;
        for (var i = 0; i < ConceptNames.Length; i++)
        {
            row.Add(ConceptNames[i], (question.Label.Concepts >> i & 1) == 1);
        }

        for (var i = 0; i < LabelConceptNames.Length; i++)
        {
            row.Add(LabelConceptNames[i], (side.Concepts >> i & 1) == 1);
        }

        row.Add("best_on_page", match.BestStrength);
        row.Add("found_share", match.FoundShare);
        row.Add("side_found", match.FoundStrength(side));
        row.Add("above_found", match.FoundStrength(labels.Above));
        row.Add("below_found", match.FoundStrength(labels.Below));
        row.Add("inline_empty", labels.Inline.IsEmpty);
        row.Add("inline_colon", labels.InlineHasColon);
        row.Add("inline_words", labels.Inline.Words.Length);
        WriteMatch(ref row, "side", match.Of(side), match);
        WriteMatch(ref row, "inline", match.Of(labels.Inline), match);
        WriteMatch(ref row, "left", match.Of(labels.Left), match);
        WriteMatch(ref row, "above", match.Of(labels.Above), match);
        WriteMatch(ref row, "below", match.Of(labels.Below), match);
        row.Add("left_distance", candidate.First.Left is { } left ? MathF.Min(40, (candidate.First.Box.X - left.Box.Right) / MathF.Max(1, left.Box.Height)) : -1);
        row.Add("above_concepts_asked", Share(question.Label.Concepts, labels.Above.Concepts));
        WriteCell(ref row, match.HeaderOf(labels), match.RowOf(candidate.First, labels), match.BestCell);
        var own = LabelMatch.Of(question.Label, labels.Own);
        row.Add("own_asked", own.Asked);
        row.Add("own_labelled", own.Labelled);
        row.Add("own_concept", own.Concept);
        row.Add("own_kin", own.Kin);
        row.Add("own_concepts", ulong.PopCount(labels.Own.Concepts));

        var name = match.Of(labels.RowStart);
        row.Add("row_start_asked", name.Asked);
        row.Add("row_start_labelled", name.Labelled);
        WriteNeighbourRow(ref row, "row_above", match.NamedIn(candidate.First.Row - 1), match);
        WriteNeighbourRow(ref row, "row_below", match.NamedIn(candidate.First.Row + 1), match);
        WriteBestLine(ref row, candidate.First, match);
        WriteBlock(ref row, candidate.First, match);
    }

    // What heads the block of an address, or stands beside its first line, tells whose it is.
    static void WriteBlock(ref FeatureRow row, PageLine line, QuestionMatch match)
    {
        var (strength, concepts) = match.HeadOf(line);
        var asked = match.Question.Label.Concepts;
        row.Add("block_strength", strength);
        row.Add("block_head_asked", Share(asked, concepts));
        row.Add("block_head_concepts", ulong.PopCount(concepts));
        row.Add("block_head_others", ulong.PopCount(concepts & ~asked));
    }

    static void WriteCell(ref FeatureRow row, (float Strength, float Labelled, int Rows) header, RowMatch name, (float Header, float Labelled, float Row, float RowAsked) best)
    {
        row.Add("header", header.Strength);
        row.Add("header_lead", header.Strength - best.Header);
        row.Add("header_labelled", header.Labelled);
        row.Add("header_labelled_lead", header.Labelled - best.Labelled);
        row.Add("header_rows", header.Rows);
        row.Add("row_labelled", name.Left);
        row.Add("row_labelled_right", name.Right);
        row.Add("row_labelled_lead", name.Labelled - best.Row);
        row.Add("row_asked", name.Asked);
        row.Add("row_asked_lead", name.Asked - best.RowAsked);
        row.Add("cell", header.Labelled * name.Labelled);
    }

    static void WriteNeighbourRow(ref FeatureRow row, string side, (float Labelled, float Asked) named, QuestionMatch match)
    {
        row.Add(side + "_labelled", named.Labelled);
        row.Add(side + "_asked", named.Asked);
        row.Add(side + "_asked_lead", named.Asked - match.BestCell.RowAsked);
    }

    // Where the candidate stands to the line that is most like what is asked for.
    static void WriteBestLine(ref FeatureRow row, PageLine line, QuestionMatch match)
    {
        const float Nothing = -99;
        var best = match.BestLine;
        var height = MathF.Max(1, best?.Box.Height ?? 1);
        row.Add("best_line_strength", match.BestLineStrength);
        row.Add("best_line_rows", best is null ? Nothing : Math.Clamp(line.Row - best.Row, -10, 10));
        row.Add("best_line_left", best is null ? Nothing : Math.Clamp((line.Box.X - best.Box.X) / height, -40, 40));
        row.Add("best_line_gap", best is null ? Nothing : Math.Clamp((line.Box.X - best.Box.Right) / height, -40, 40));
        row.Add("best_line_is_own", ReferenceEquals(best, line));
    }

    static void WriteMatch(ref FeatureRow row, string source, LabelMatch label, QuestionMatch match)
    {
        row.Add(source + "_dice", label.Dice);
        row.Add(source + "_asked", label.Asked);
        row.Add(source + "_labelled", label.Labelled);
        row.Add(source + "_concept", label.Concept);
        row.Add(source + "_kin", label.Kin);
        row.Add(source + "_edit", label.Edit);
        row.Add(source + "_strength", label.Strength);
        row.Add(source + "_rank", match.RankOf(label));
        row.Add(source + "_lead", label.Strength - match.BestStrength);
    }

    static float Share(ulong asked, ulong found) => asked == 0 ? 0 : (float)ulong.PopCount(asked & found) / ulong.PopCount(asked);
}
