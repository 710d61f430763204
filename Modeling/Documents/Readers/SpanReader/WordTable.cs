namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>
/// In how many lines words stand, spaces and accents left out: an issuer's name comes again in its foot, its signature and
/// its address on the internet; a customer's seldom does.
/// </summary>
internal sealed class WordTable(PageLine[] lines)
{
    const int ShortestWord = 4;

    readonly Dictionary<string, (int Lines, int Internet)> _counts = [];

    /// <summary>In how many other lines the commonest and the rarest of some words stand, and the share of them in an internet address elsewhere.</summary>
    /// <param name="words">The words; those of fewer than four characters, and numbers, do not count.</param>
    /// <param name="own">The lines that they are from.</param>
    public (int Most, int Least, float Internet) Of(IReadOnlyList<string> words, PageLine[] own)
    {
        var (most, least, counted, internet) = (0, int.MaxValue, 0, 0);
        var ownInternet = own.Count(line => line.Traits.HasInternet);
        foreach (var word in words)
        {
            if (word.Length < ShortestWord || char.IsAsciiDigit(word[0]))
            {
                continue;
            }

            var count = CountOf(word);
            var others = Math.Max(0, count.Lines - own.Length);
            (most, least, counted) = (Math.Max(most, others), Math.Min(least, others), counted + 1);
            internet += count.Internet > ownInternet ? 1 : 0;
        }

        return counted == 0 ? (0, 0, 0) : (most, least, (float)internet / counted);
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
