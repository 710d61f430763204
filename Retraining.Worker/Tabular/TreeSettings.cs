using System.Globalization;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>One point of the search for XGBoost's parameters.</summary>
internal sealed record TreeSettings(int Depth, double LearningRate, int Rounds, double Subsample, double Columns, double LeastWeight, double Lambda)
{
    /// <summary>The same points for the same seed.</summary>
    public static IReadOnlyList<TreeSettings> Draw(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new TreeSettings(
            random.Next(2, 7), Pick(0.03, 0.05, 0.08), 100 * random.Next(2, 9), Pick(0.5, 0.6, 0.7, 0.8), Pick(0.4, 0.5, 0.7, 0.9), Pick(1, 5, 10, 20), Pick(1, 5, 10)))];

        double Pick(params double[] values) => values[random.Next(values.Length)];
    }

    /// <summary>XGBoost's parameters. One thread, since the order of floating-point sums decides the bytes of the model.</summary>
    public IReadOnlyDictionary<string, string> ToParameters(int seed) => new Dictionary<string, string>
    {
        ["tree_method"] = "hist",
        ["objective"] = "reg:squarederror",
        ["base_score"] = "0",
        ["max_depth"] = Depth.ToString(CultureInfo.InvariantCulture),
        ["eta"] = LearningRate.ToString(CultureInfo.InvariantCulture),
        ["subsample"] = Subsample.ToString(CultureInfo.InvariantCulture),
        ["colsample_bytree"] = Columns.ToString(CultureInfo.InvariantCulture),
        ["min_child_weight"] = LeastWeight.ToString(CultureInfo.InvariantCulture),
        ["lambda"] = Lambda.ToString(CultureInfo.InvariantCulture),
        ["seed"] = seed.ToString(CultureInfo.InvariantCulture),
        ["nthread"] = "1",
        ["verbosity"] = "0",
    };
}
