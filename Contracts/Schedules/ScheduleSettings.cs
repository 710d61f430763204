namespace AspireMl.Contracts.Schedules;

/// <summary>What is done when.</summary>
public sealed record ScheduleSettings
{
    /// <summary>One of <see cref="ScheduleKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The model; its dataset has the same name.</summary>
    public required string Model { get; init; }

    /// <summary>When: six fields from second to day of the week, for example <c>0 30 2 * * ?</c> for half past two each night.</summary>
    public required string Cron { get; init; }

    /// <summary>The zone of the cron expression, for example <c>Europe/Berlin</c>; UTC when null.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Where an import puts its rows, one of <see cref="Datasets.DatasetSplits"/>; null for training.</summary>
    public string? Split { get; init; }

    /// <summary>Where an import gets its CSV file, http or https; null for the drop folder and for training.</summary>
    public string? Url { get; init; }
}
