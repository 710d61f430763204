using AspireMl.Contracts.Monitoring;

namespace AspireMl.Frontend.Blazor.Monitoring;

/// <summary>A monitor while somebody chooses what it does.</summary>
public sealed class MonitorDraft
{
    /// <summary>What stands for times of a cron expression among the lengths to choose from.</summary>
    public const string ByCron = "cron";

    /// <summary>Lengths to choose from.</summary>
    public static IReadOnlyList<string> Spans { get; } = ["1m", "10m", "1h", "24h", "7d"];

    /// <summary>One of <see cref="ReportKinds"/>.</summary>
    public string Kind { get; set; } = ReportKinds.DataDrift;

    /// <summary>One of <see cref="Spans"/>, or <see cref="ByCron"/>.</summary>
    public string Every { get; set; } = "1h";

    /// <summary>The times where they are written by hand.</summary>
    public string Cron { get; set; } = "0 0 6 * * ?";

    /// <summary>One of <see cref="Spans"/>.</summary>
    public string Window { get; set; } = "24h";

    /// <summary>As the service takes it.</summary>
    /// <param name="model">The model to watch.</param>
    /// <param name="zone">The person's time zone, for times written by hand.</param>
    public MonitorSettings ToSettings(string model, string zone)
    {
        var settings = new MonitorSettings { Name = $"{Components.Words.Title(Kind)}, last {Window}", Model = model, Kind = Kind, Window = Window };
        return Every == ByCron ? settings with { Cron = Cron.Trim(), TimeZone = zone } : settings with { Every = Every };
    }
}
