namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>
/// In how many lines words stand, spaces and accents left out: an issuer's name comes again in its foot, its signature and
/// its address on the internet; a customer's seldom does.
/// </summary>
internal sealed class WordTable(PageLine[] lines)
{
    const int ShortestWord = 4;

    readonly Dictionary<string, (int Lines, int Internet)> _counts = [];

    /// <summary>What the words of a candidate tell: in how many other lines the commonest and the rarest stand, and the share of them in an internet address elsewhere.</summary>
    /// <param name="candidate">The candidate; words of fewer than four characters do not count.</param>
    public (int Most, int Least, float Internet) Of(Candidate candidate)
    {
        var (most, least, words, internet) = (0, int.MaxValue, 0, 0);
        var own = candidate.Lines.Count(line => line.Traits.HasInternet);
        foreach (var word in LabelText.WordsOf(candidate.Text))
        {
            if (word.Length < ShortestWord || char.IsAsciiDigit(word[0]))
            {
                continue;
            }

            var count = CountOf(word);
            var others = Math.Max(0, count.Lines - candidate.Lines.Length);
            (most, least, words) = (Math.Max(most, others), Math.Min(least, others), words + 1);
            internet += count.Internet > own ? 1 : 0;
        }

        return words == 0 ? (0, 0, 0) : (most, least, (float)internet / words);
    }

    (int Lines, int Internet) CountOf(string word)
    {
        if (!_counts.TryGetValue(word, out var count))
        {
            foreach (var line in lines)
            {
                if (line.Label.Compact.Contains(word, StringComparison.Ordinal))
                {
                    count = (count.Lines + 1, count.Internet + (line.Traits.HasInternet ? 1 : 0));
                }
            }

            _counts[word] = count;
        }

        return count;
    }
}
