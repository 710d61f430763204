namespace AspireMl.Retraining.Worker.Runs.Checks;

/// <summary>What data may be learned from.</summary>
internal sealed record DataCheckLimits
{
    /// <summary>Least rows to learn from.</summary>
    public int LeastTrainingRows { get; init; } = 200;

    /// <summary>Least rows to judge on: fewer leave the interval of the comparison too wide to decide anything.</summary>
    public int LeastHeldOutRows { get; init; } = 50;

    /// <summary>Largest share of rows that may lack a feature which is never missing by the schema.</summary>
    public double MissingShare { get; init; } = 0.2;

    /// <summary>Largest share of rows outside the schema's range of a feature.</summary>
    public double OutOfRangeShare { get; init; } = 0.05;

    /// <summary>Largest share of rows that repeat an earlier one.</summary>
    public double DuplicateShare { get; init; } = 0.5;

    /// <summary>Largest change of a correlation with the target between the rows learned from and those judged on.</summary>
    public double CorrelationChange { get; init; } = 0.5;
}
