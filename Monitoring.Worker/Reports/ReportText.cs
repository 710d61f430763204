using System.Globalization;
using AspireMl.Contracts.Monitoring;

namespace AspireMl.Monitoring.Worker.Reports;

/// <summary>Words and numbers of the pages.</summary>
static class ReportText
{
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>A place in a drawing.</summary>
    public static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Probability(double p) => p < 0.0001 ? "< 0.0001" : Number(p);

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture);

    public static string Source(RowSource source) => (source.From, source.To) switch
    {
        ({ } from, { } to) => $"{Count(source.Rows)} rows of {source.Name} from {Time(from)} to {Time(to)}",
        _ => $"{Count(source.Rows)} rows of {source.Name}",
    };
}
