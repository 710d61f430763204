namespace AspireMl.Contracts.Monitoring;

/// <summary>The figures of a performance report; a monitor's thresholds name them.</summary>
public static class PerformanceFigures
{
    /// <summary>Mean absolute error where labels have come.</summary>
    public const string Mae = "mae";

    /// <summary>Root mean squared error where labels have come.</summary>
    public const string Rmse = "rmse";

    /// <summary>Expected mean absolute error.</summary>
    public const string EstimatedMae = "estimated-mae";

    /// <summary>Expected root mean squared error.</summary>
    public const string EstimatedRmse = "estimated-rmse";
}
