using System.Globalization;

namespace AspireMl.Retraining.Worker.Tabular.Trees;

/// <summary>One point of the search for XGBoost's parameters. Columns are drawn anew for each split, so that trees differ and are worth averaging.</summary>
internal sealed record TreeSettings(int Depth, double LearningRate, int Rounds, double Subsample, double Columns, double LeastWeight, double Lambda, string Objective)
{
    const int LeastDepth = 2;
    const int MostDepth = 10;

    // More rounds at rate 1 than any table has been seen to need; the search stops long before where they do not help.
    const double MostAtRateOne = 60;

    const double StageAtRateOne = 3;

    static readonly double[] Rates = [0.03, 0.05, 0.08];
    static readonly double[] Subsamples = [0.5, 0.6, 0.7, 0.8, 0.9];
    static readonly double[] ColumnShares = [0.2, 0.3, 0.5, 0.8];
    static readonly double[] LeastWeights = [1, 5, 10, 20];
    static readonly double[] Lambdas = [1, 5, 10];

    /// <summary>Rounds after which a search looks how far it has come.</summary>
    public int Stage => (int)(StageAtRateOne / LearningRate);

    /// <summary>Points drawn at random, each with the most rounds that are tried.</summary>
    public static IReadOnlyList<TreeSettings> Draw(int count, Random random, IReadOnlyList<TreeObjective> objectives) =>
        [.. Enumerable.Range(0, count).Select(_ => new TreeSettings(
            random.Next(LeastDepth, MostDepth + 1), Pick(random, Rates), 0, Pick(random, Subsamples), Pick(random, ColumnShares), Pick(random, LeastWeights),
            Pick(random, Lambdas), objectives[random.Next(objectives.Count)].Name).WithMostRounds())];

    /// <summary>A point near this one: depth one up or down, and one or two other parameters drawn anew.</summary>
    public TreeSettings Vary(Random random)
    {
        var varied = this with { Depth = Math.Clamp(Depth + random.Next(-1, 2), LeastDepth, MostDepth) };
        for (var change = 0; change < 2; change++)
        {
            varied = random.Next(5) switch
            {
                0 => varied with { LearningRate = Pick(random, Rates) },
                1 => varied with { Subsample = Pick(random, Subsamples) },
                2 => varied with { Columns = Pick(random, ColumnShares) },
                3 => varied with { LeastWeight = Pick(random, LeastWeights) },
                _ => varied with { Lambda = Pick(random, Lambdas) },
            };
        }

        return varied.WithMostRounds();
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
        ["colsample_bynode"] = Columns.ToString(CultureInfo.InvariantCulture),
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
        $"{Objective}, depth {Depth}, rate {LearningRate}, rounds {Rounds}, rows {Subsample}, columns of a split {Columns}, least weight {LeastWeight}, lambda {Lambda}");

    static double Pick(Random random, double[] values) => values[random.Next(values.Length)];

    TreeSettings WithMostRounds() => this with { Rounds = (int)(MostAtRateOne / LearningRate) };
}
