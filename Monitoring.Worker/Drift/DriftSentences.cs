using AspireMl.Contracts.Monitoring;

namespace AspireMl.Monitoring.Worker.Drift;

/// <summary>Says in a sentence what a report of drift found.</summary>
static class DriftSentences
{
    const int MostNames = 5;

    public static string Of(DriftReport report)
    {
        string[] names = [.. report.Columns.Where(column => column.Drifted).Select(column => column.Name)];
        var more = names.Length > MostNames ? $" and {names.Length - MostNames} more" : "";
        return names.Length == 0
            ? $"None of {report.Columns.Count} columns drifted."
            : $"{names.Length} of {report.Columns.Count} columns drifted: {string.Join(", ", names.Take(MostNames))}{more}.";
    }
}
