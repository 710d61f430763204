namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>The names of the ways to learn.</summary>
internal static class Trainers
{
    /// <summary>The mean of the target, whatever the row.</summary>
    public const string Mean = "mean";

    /// <summary>The least sum of squared errors.</summary>
    public const string LeastSquares = "least-squares";

    /// <summary>Squared errors with a penalty on the weights.</summary>
    public const string ElasticNet = "elastic-net";

    /// <summary>Gradient-boosted trees.</summary>
    public const string XGBoost = "xgboost";

    /// <summary>All of them, simplest first.</summary>
    public static IReadOnlyList<string> All { get; } = [Mean, LeastSquares, ElasticNet, XGBoost];
}
