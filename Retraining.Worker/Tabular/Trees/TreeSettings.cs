using System.Globalization;

namespace AspireMl.Retraining.Worker.Tabular.Trees;

/// <summary>One point of the search for XGBoost's parameters.</summary>
internal sealed record TreeSettings(int Depth, double LearningRate, int Rounds, double Subsample, double Columns, double LeastWeight, double Lambda, string Objective)
{
    // Trees of this many rounds at rate 1 fit any table well too closely, so that the best number of rounds lies below.
    const double RoundsAtRateOne = 24;

    /// <summary>The same points for the same seed, each with the most rounds that are tried.</summary>
    public static IReadOnlyList<TreeSettings> Draw(int count, int seed, IReadOnlyList<TreeObjective> objectives)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var rate = Pick(0.03, 0.05, 0.08);
            return new TreeSettings(
                random.Next(2, 8), rate, (int)(RoundsAtRateOne / rate), Pick(0.5, 0.6, 0.7, 0.8), Pick(0.4, 0.5, 0.7, 0.9), Pick(1, 5, 10, 20), Pick(1, 5, 10),
                objectives[random.Next(objectives.Count)].Name);
        })];

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
        ["max_delta_step"] = TreeObjective.Named(Objective).LargestStep.ToString(CultureInfo.InvariantCulture),
        ["seed"] = seed.ToString(CultureInfo.InvariantCulture),
        ["nthread"] = "1",
        ["verbosity"] = "0",
    };

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Objective}, depth {Depth}, rate {LearningRate}, rounds {Rounds}, rows {Subsample}, columns {Columns}, least weight {LeastWeight}, lambda {Lambda}");
}
