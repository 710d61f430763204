using System.Globalization;
using AspireMl.Contracts.Monitoring;
using AspireMl.Frontend.Blazor.Charts;

namespace AspireMl.Frontend.Blazor.Monitoring;

/// <summary>Monitors, alerts and reports in words and pictures.</summary>
internal static class MonitorText
{
    public static string Look(string state) => state switch
    {
        AlertStates.Open => "badge-bad",
        AlertStates.Resolved => "badge-good",
        _ => "badge-plain",
    };

    /// <summary>The statistic of a column's first method.</summary>
    public static string Statistic(ColumnDriftReport column) =>
        column.Results is [var first, ..] ? first.Statistic.ToString("0.00", CultureInfo.InvariantCulture) : "–";

    /// <summary>How near a figure is to its threshold; 1 is at it.</summary>
    public static double Excess(ReportFigure figure)
    {
        if (figure.Threshold is not ({ } threshold and > 0))
        {
            return figure.Value;
        }

        // Probabilities give alarm below their threshold, everything else above it.
        var isProbability = figure.Flagged ? figure.Value < threshold : figure.Value > threshold;
        return isProbability ? threshold / Math.Max(figure.Value, double.Epsilon) : figure.Value / threshold;
    }

    /// <summary>What images were compared in.</summary>
    public static string Space(string space) => space switch
    {
        EmbeddingSpaces.Uae => "Embeddings",
        EmbeddingSpaces.Bbsd => "Probabilities",
        EmbeddingSpaces.Predicted => "Labels that were given",
        EmbeddingSpaces.Confirmed => "Labels that people confirmed",
        _ => space,
    };

    /// <summary>A figure as people read it.</summary>
    public static string Figure(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>What a monitor looks at and when.</summary>
    public static string Rhythm(MonitorSettings settings) =>
        $"{Components.Words.Title(settings.Kind)} {(settings.Cron is { } cron ? $"at {cron}, {settings.TimeZone ?? "UTC"}" : $"every {settings.Every ?? MonitorSettings.UsualEvery}")}";

    /// <summary>Both sides as bars, in per cent of their rows.</summary>
    public static ChartData Distribution(ValueDistribution distribution) => new(
        "bar",
        "value",
        distribution.Labels,
        [new("Training data", Shares(distribution.Reference)), new("Now", Shares(distribution.Current))]);

    /// <summary>The same as a table.</summary>
    public static ChartTable DistributionTable(ValueDistribution distribution) => new(
        ["Range", "Training data, %", "Now, %"],
        [.. distribution.Labels.Select((label, bin) => (IReadOnlyList<string>)[label, Percent(distribution.Reference[bin]), Percent(distribution.Current[bin])])]);

    static List<double?> Shares(IReadOnlyList<double> shares) => [.. shares.Select(share => (double?)Math.Round(share * 100, 2))];

    static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);
}
