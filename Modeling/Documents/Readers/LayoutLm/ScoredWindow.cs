namespace AspireMl.Modeling.Documents.Readers.LayoutLm;

/// <summary>A window with the logits of its tokens.</summary>
/// <param name="Page">The page.</param>
/// <param name="Window">Its part of the page.</param>
/// <param name="Start">Logit that the answer starts at a token, one each.</param>
/// <param name="End">Logit that the answer ends at a token, one each.</param>
/// <param name="NoAnswer">Sum of both logits of <c>&lt;s&gt;</c>: the score of "no answer here".</param>
sealed record ScoredWindow(PageTokens Page, PageWindow Window, float[] Start, float[] End, double NoAnswer)
{
    /// <summary>All spans that start at an owned token and are not longer than allowed.</summary>
    public IEnumerable<(int First, int Last, double Score)> Spans(int maxTokens)
    {
        for (var first = Window.OwnedFrom; first < Window.OwnedTo; first++)
        {
            var end = Math.Min(Window.Count, first + maxTokens);
            for (var last = first; last < end; last++)
            {
                yield return (first, last, (double)Start[first] + End[last]);
            }
        }
    }

    /// <summary>The words that a span touches, on the page.</summary>
    public (int First, int Last) Words(int first, int last) => (Page.WordOf(Window.First + first), Page.WordOf(Window.First + last));
}
