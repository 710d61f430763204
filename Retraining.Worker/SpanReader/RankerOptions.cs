namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>How the ranker is trained.</summary>
internal sealed record RankerOptions
{
    public string Version { get; init; } = "1.4.0";

    public int GeneratedDocuments { get; init; } = 4500;

    public float ReceiptWeight { get; init; } = 1.5f;

    public float GeneratedWeight { get; init; } = 0.3f;

    public int EvaluationDocuments { get; init; } = 300;

    public int Seed { get; init; } = 20_261;

    public int ScoutRounds { get; init; } = 80;

    public int Rounds { get; init; } = 600;

    public int Depth { get; init; } = 8;

    public double LearningRate { get; init; } = 0.18;

    public int RandomNegatives { get; init; } = 24;

    public int HardNegatives { get; init; } = 20;

    /// <summary>XGBoost's parameters. The number of threads is fixed, since the order of floating-point sums decides the bytes of the model.</summary>
    public IReadOnlyDictionary<string, string> ToParameters() => new Dictionary<string, string>
    {
        ["booster"] = "gbtree",
        ["tree_method"] = "hist",
        ["objective"] = "reg:squarederror",
        ["base_score"] = "0",
        ["eta"] = LearningRate.ToString(),
        ["max_depth"] = Depth.ToString(),
        ["min_child_weight"] = "0.5",
        ["lambda"] = "2",
        ["subsample"] = "0.8",
        ["colsample_bytree"] = "0.4",
        ["max_bin"] = "64",
        ["seed"] = Seed.ToString(),
        ["nthread"] = "2",
        ["verbosity"] = "1",
    };
}
