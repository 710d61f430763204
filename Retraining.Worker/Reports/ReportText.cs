using System.Globalization;
using AspireMl.Contracts.Training;

namespace AspireMl.Retraining.Worker.Reports;

/// <summary>Numbers and times as pages show them.</summary>
internal static class ReportText
{
    public static string Number(double? value) => value?.ToString("G5", CultureInfo.InvariantCulture) ?? "–";

    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>The order in which checks are shown: what stops a run first.</summary>
    public static int Rank(string severity) => severity switch { CheckSeverities.Stop => 0, CheckSeverities.Warning => 1, _ => 2 };

    /// <summary>A coordinate in a drawing.</summary>
    public static string Place(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
