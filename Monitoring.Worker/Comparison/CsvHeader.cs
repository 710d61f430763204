namespace AspireMl.Monitoring.Worker.Comparison;

/// <summary>The rules for a header.</summary>
static class CsvHeader
{
    const int LongestName = 100;

    /// <exception cref="CsvDefectException">A name is missing, too long or stands twice, or there are too many.</exception>
    public static string[] Check(IReadOnlyList<string> names, ComparisonOptions limits)
    {
        if (names.Count == 0)
        {
            throw new CsvDefectException("It is empty.");
        }

        if (names.Count > limits.MaxColumns)
        {
            throw new CsvDefectException($"The header has {names.Count} columns; at most {limits.MaxColumns} are taken.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var place = 0; place < names.Count; place++)
        {
            var name = names[place];
            if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(IsUnreadable))
            {
                throw new CsvDefectException($"The header's column {place + 1} needs a readable name of 1 to {LongestName} characters.");
            }

            if (!seen.Add(name))
            {
                throw new CsvDefectException($"The header names the column \"{name}\" twice.");
            }
        }

        return [.. names];
    }

    // What does not decode becomes U+FFFD.
    static bool IsUnreadable(char character) => char.IsControl(character) || character == '\uFFFD';
}
