namespace AspireMl.Modeling.Documents.Readers.LayoutLm;

/// <summary>The best span of all windows, and how sure it is.</summary>
/// <param name="Page">Its page.</param>
/// <param name="FirstWord">Its first word.</param>
/// <param name="LastWord">Its last word.</param>
/// <param name="Wins">False when "no answer" scores higher.</param>
/// <param name="Confidence">Probability of these words.</param>
/// <param name="StartConfidence">Probability that the answer starts at the span's first token.</param>
/// <param name="EndConfidence">Probability that the answer ends at the span's last token.</param>
/// <param name="Lead">Confidence less the probability of the second best words.</param>
sealed record AnswerSpan(
    PageTokens Page,
    int FirstWord,
    int LastWord,
    bool Wins,
    double Confidence,
    double StartConfidence,
    double EndConfidence,
    double Lead)
{
    // A place on the page: tokens and words counted from the page's first, so that windows can be compared.
    readonly record struct Place(PageTokens Page, int FirstToken, int LastToken, int FirstWord, int LastWord, double Score)
    {
        public bool SameWords(Place other) => Page == other.Page && FirstWord == other.FirstWord && LastWord == other.LastWord;
    }

    /// <summary>
    /// Finds the best span. Probabilities are one softmax over every allowed span of every window and "no answer", so
    /// they add up to one over the whole document. "No answer" scores what the window that is least sure of it says.
    /// </summary>
    public static AnswerSpan? Best(IReadOnlyList<ScoredWindow> windows, LayoutLmSettings settings)
    {
        var (best, second) = TopTwo(windows, settings.MaxAnswerTokens);
        if (best is not { } winner || double.IsNegativeInfinity(winner.Score))
        {
            return null;
        }

        var none = windows.Min(window => window.NoAnswer);
        var highest = Math.Max(winner.Score, none);
        var (all, start, end, same, other) = (Weight(none), 0d, 0d, 0d, 0d);
        foreach (var place in Places(windows, settings.MaxAnswerTokens))
        {
            var weight = Weight(place.Score);
            all += weight;
            start += place.Page == winner.Page && place.FirstToken == winner.FirstToken ? weight : 0;
            end += place.Page == winner.Page && place.LastToken == winner.LastToken ? weight : 0;
            same += place.SameWords(winner) ? weight : 0;
            other += second is { } runnerUp && place.SameWords(runnerUp) ? weight : 0;
        }

        return new(
            winner.Page, winner.FirstWord, winner.LastWord, none - winner.Score <= settings.NoAnswerThreshold,
            same / all, start / all, end / all, (same - other) / all);

        double Weight(double score) => Math.Exp((score - highest) / settings.Temperature);
    }

    // The best span and the best of those with other words.
    static (Place? Best, Place? Second) TopTwo(IReadOnlyList<ScoredWindow> windows, int maxTokens)
    {
        (Place? best, Place? second) = (null, null);
        foreach (var place in Places(windows, maxTokens))
        {
            if (best is not { } leader || place.Score > leader.Score)
            {
                second = best is { } beaten && !beaten.SameWords(place) ? best : second;
                best = place;
            }
            else if (!place.SameWords(leader) && (second is not { } runnerUp || place.Score > runnerUp.Score))
            {
                second = place;
            }
        }

        return (best, second);
    }

    static IEnumerable<Place> Places(IReadOnlyList<ScoredWindow> windows, int maxTokens)
    {
        foreach (var window in windows)
        {
            foreach (var (first, last, score) in window.Spans(maxTokens))
            {
                var words = window.Words(first, last);
                yield return new(window.Page, window.Window.First + first, window.Window.First + last, words.First, words.Last, score);
            }
        }
    }
}
