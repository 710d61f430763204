using System.Globalization;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Rows;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Monitoring.Worker.Reports;

/// <summary>Reads stretches of time.</summary>
static class WindowQuery
{
    static readonly TimeSpan Longest = TimeSpan.FromDays(400);

    /// <summary>A length such as 30m, 24h or 7d.</summary>
    /// <exception cref="RefusalException">It is none: status 400.</exception>
    public static TimeSpan Length(string? value, TimeSpan otherwise)
    {
        if (string.IsNullOrEmpty(value))
        {
            return otherwise;
        }

        var unit = value[^1] switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => TimeSpan.Zero,
        };
        return unit > TimeSpan.Zero
            && int.TryParse(value.AsSpan(0, value.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count > 0 && count <= Longest / unit
            ? count * unit
            : throw Refusal.Malformed("window is a length such as 30m, 24h or 7d, at most 400d.");
    }

    /// <summary>A split of the dataset, or the answers between two times as from/to.</summary>
    /// <exception cref="RefusalException">It is neither: status 400.</exception>
    public static RowRange Reference(string? value, string otherwise)
    {
        if (string.IsNullOrEmpty(value) || DatasetSplits.All.Contains(value))
        {
            return new(string.IsNullOrEmpty(value) ? otherwise : value);
        }

        return value.Split('/') is [var from, var to]
            && QueryValue.Time(from, "reference") is { } start && QueryValue.Time(to, "reference") is { } end && start < end
            ? new(RowSource.Answers, start, end)
            : throw Refusal.Malformed("reference is training, testing or production, or two times such as 2026-11-01T00:00:00Z/2026-11-08T00:00:00Z.");
    }
}
