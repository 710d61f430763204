namespace AspireMl.Contracts.Schedules;

/// <summary>What may be done on a schedule. Monitors have schedules of their own.</summary>
public static class ScheduleKinds
{
    /// <summary>Rows are read into the model's dataset, from CSV files in its drop folder or from an address.</summary>
    public const string Import = "import";

    /// <summary>The model is trained anew.</summary>
    public const string Training = "training";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Import, Training];
}
