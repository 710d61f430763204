namespace AspireMl.Modeling.Documents.Readers.LayoutLm;

/// <summary>
/// A stretch of a page's tokens that is read in one run. Windows overlap; each token is owned by the one in which it is
/// farther from an edge, and answers start at tokens that their window owns, so that none counts twice.
/// </summary>
/// <param name="First">Index of its first token on the page.</param>
/// <param name="Count">How many tokens it has.</param>
/// <param name="OwnedFrom">First owned token, counted from <paramref name="First"/>.</param>
/// <param name="OwnedTo">First token after the owned ones, counted from <paramref name="First"/>.</param>
readonly record struct PageWindow(int First, int Count, int OwnedFrom, int OwnedTo)
{
    /// <summary>Cuts a page into windows.</summary>
    /// <param name="tokens">Tokens of the page.</param>
    /// <param name="capacity">Most tokens of a window, more than <paramref name="overlap"/>.</param>
    /// <param name="overlap">Tokens that neighbours share.</param>
    public static IEnumerable<PageWindow> Cut(int tokens, int capacity, int overlap)
    {
        for (var first = 0; first < tokens; first += capacity - overlap)
        {
            var count = Math.Min(capacity, tokens - first);
            var last = first + count == tokens;
            yield return new(first, count, first == 0 ? 0 : overlap / 2, last ? count : count - overlap + (overlap / 2));
            if (last)
            {
                yield break;
            }
        }
    }
}
