namespace AspireMl.Contracts.Monitoring;

/// <summary>What a monitor watches, how often, and whom it tells.</summary>
public sealed record MonitorSettings
{
    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 64;

    /// <summary>What people call it, 1 to <see cref="LongestName"/> characters.</summary>
    public required string Name { get; init; }

    /// <summary>The model that it watches.</summary>
    public required string Model { get; init; }

    /// <summary>Which report it makes, one of <see cref="ReportKinds"/>.</summary>
    public string Kind { get; init; } = ReportKinds.DataDrift;

    /// <summary>How often it looks when nothing is said of it.</summary>
    public const string UsualEvery = "1h";

    /// <summary>
    /// How often, a length such as <c>15m</c> or <c>1h</c>; at least 1s. Null for <see cref="UsualEvery"/>, or where <see cref="Cron"/> says when.
    /// </summary>
    public string? Every { get; init; }

    /// <summary>
    /// At which times instead: six fields from second to day of the week, for example <c>0 0 6 * * ?</c> for six each morning; null where
    /// <see cref="Every"/> says it.
    /// </summary>
    public string? Cron { get; init; }

    /// <summary>The zone of the cron expression, for example <c>Europe/Berlin</c>; UTC when null.</summary>
    public string? TimeZone { get; init; }

    /// <summary>How far back it looks, a length such as <c>24h</c>.</summary>
    public string Window { get; init; } = "24h";

    /// <summary>
    /// What it compares with: a split of the model's dataset, or two times from/to of earlier answers. Null for training, and for testing
    /// where performance is watched.
    /// </summary>
    public string? Reference { get; init; }

    /// <summary>False while it rests.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Short names of drift methods; null for the default of each kind of column.</summary>
    public IReadOnlyList<string>? Methods { get; init; }

    /// <summary>Thresholds that differ from the methods' own. A column that has one here gives alarm by itself.</summary>
    public IReadOnlyList<MonitorThreshold> Thresholds { get; init; } = [];

    /// <summary>Share of drifted columns from which on the whole gives alarm, above 0 to 1.</summary>
    public double DriftedShare { get; init; } = 0.5;

    /// <summary>With fewer rows than this it does not judge, 1 to 1,000,000.</summary>
    public int MinimumRows { get; init; } = 100;

    /// <summary>Where alerts are posted to, http or https; null for nowhere.</summary>
    public string? WebhookUrl { get; init; }
}
