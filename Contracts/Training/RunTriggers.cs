namespace AspireMl.Contracts.Training;

/// <summary>What starts runs.</summary>
public static class RunTriggers
{
    /// <summary>Someone asked for it.</summary>
    public const string Person = "person";

    /// <summary>Its time had come.</summary>
    public const string Schedule = "schedule";

    /// <summary>An alert said that the data drift.</summary>
    public const string Drift = "drift";

    /// <summary>Enough labels arrived since the last run.</summary>
    public const string Labels = "labels";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Person, Schedule, Drift, Labels];
}
