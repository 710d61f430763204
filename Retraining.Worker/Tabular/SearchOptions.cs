namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>How candidates are looked for.</summary>
internal sealed record SearchOptions
{
    /// <summary>Seed of all draws.</summary>
    public int Seed { get; init; } = 20_261;

    /// <summary>Points of the search for XGBoost's parameters, 1 to 200.</summary>
    public int Draws { get; init; } = 24;

    /// <summary>Whether the rows are in the order of time, and validation is always later than training; shuffled rows are cut into k blocks.</summary>
    public bool Ordered { get; init; } = true;

    /// <summary>Rows left out before each validation part of ordered rows.</summary>
    public int Gap { get; init; } = 48;

    /// <summary>Trainings beside each other; changes no result.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>Names of <see cref="Tabular.Trainers"/>.</summary>
    public IReadOnlyCollection<string> Trainers { get; init; } = Tabular.Trainers.All;
}
