using System.Buffers;

namespace AspireMl.Modeling.Documents.Evaluation;

/// <summary>
/// Average normalised Levenshtein similarity, the measure of document question answering
/// (Biten et al., Scene Text Visual Question Answering, ICCV 2019): 1 − distance ÷ longer length, 0 below one half.
/// </summary>
public static class Anls
{
    /// <summary>Similarity below which an answer counts as wrong.</summary>
    public const double Threshold = 0.5;

    /// <summary>Scores one answer, letter case and outer white space aside.</summary>
    /// <returns>0, or 0.5 to 1.</returns>
    public static double Score(ReadOnlySpan<char> answer, ReadOnlySpan<char> truth)
    {
        var similarity = Similarity(answer, truth);
        return similarity >= Threshold ? similarity : 0;
    }

    /// <summary>Normalised Levenshtein similarity, letter case and outer white space aside.</summary>
    /// <returns>0 to 1; 1 for two empty strings.</returns>
    public static double Similarity(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.Trim();
        b = b.Trim();
        var longer = Math.Max(a.Length, b.Length);
        return longer == 0 ? 1 : 1 - (double)Distance(a, b) / longer;
    }

    /// <summary>Levenshtein distance, letter case aside.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length < b.Length)
        {
            var swap = a;
            a = b;
            b = swap;
        }

        if (b.IsEmpty)
        {
            return a.Length;
        }

        var rented = ArrayPool<int>.Shared.Rent(b.Length + 1);
        try
        {
            var row = rented.AsSpan(0, b.Length + 1);
            for (var j = 0; j < row.Length; j++)
            {
                row[j] = j;
            }

            for (var i = 0; i < a.Length; i++)
            {
                var diagonal = row[0];
                row[0] = i + 1;
                var letter = char.ToLowerInvariant(a[i]);
                for (var j = 1; j < row.Length; j++)
                {
                    var substituted = diagonal + (letter == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                    diagonal = row[j];
                    row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
                }
            }

            return row[b.Length];
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }
}
