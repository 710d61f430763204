namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>Where an answer is marked when its words stand on the document more than once.</summary>
internal static class AnswerPlace
{
    const float Named = 0.5f;
    const float Unnamed = 0.3f;

    /// <summary>
    /// The candidate with the chosen words whose label is what was asked for, when nothing around the chosen one is: what was
    /// paid by card reads like the total, but the total stands beside "TOTAL". Else the chosen one.
    /// </summary>
    /// <param name="analysis">The document.</param>
    /// <param name="match">The question.</param>
    /// <param name="chosen">Index of the chosen candidate.</param>
    public static Candidate Of(DocumentAnalysis analysis, QuestionMatch match, int chosen)
    {
        var (place, strength) = (analysis.Candidates[chosen], Named);
        if (IsNamed(place, analysis.Labels[chosen], match))
        {
            return place;
        }

        foreach (var (candidate, labels) in analysis.Candidates.Zip(analysis.Labels))
        {
            if (candidate.Text == place.Text && Beside(labels, match) is var found && found > strength)
            {
                (place, strength) = (candidate, found);
            }
        }

        return place;
    }

    // The cell of a table is named by its row and its column, not by what stands beside it.
    static bool IsNamed(Candidate candidate, CandidateLabels labels, QuestionMatch match) =>
        Beside(labels, match) >= Unnamed
            || match.FoundStrength(labels.Above) >= Unnamed
            || match.FoundStrength(labels.Below) >= Unnamed
            || match.RowOf(candidate.First, labels).Asked > 0;

    static float Beside(CandidateLabels labels, QuestionMatch match) =>
        MathF.Max(match.FoundStrength(labels.Inline), match.FoundStrength(labels.Left));
}
