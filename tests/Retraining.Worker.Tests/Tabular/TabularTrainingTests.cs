using AspireMl.Contracts.Models;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Tabular;
using AspireMl.Retraining.Worker.Tabular;
using AspireMl.Retraining.Worker.Tabular.Trees;

namespace AspireMl.Retraining.Worker.Tests.Tabular;

public sealed class TabularTrainingTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-training-").FullName;

    [Fact]
    public void The_same_rows_and_seed_give_the_same_package()
    {
        var (training, heldOut) = (Curve(400, 1), Curve(100, 2));

        Train(training, heldOut, "one");
        Train(training, heldOut, "other");

        Assert.All(["model.onnx", "model.json", "sample.json"], file =>
            Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, "one", file)), File.ReadAllBytes(Path.Combine(_folder, "other", file))));
    }

    [Fact]
    public void Trees_win_on_a_curve_and_their_contributions_add_up()
    {
        var heldOut = Curve(100, 2);
        using var model = TabularModel.Open(Train(Curve(600, 1), heldOut, "curve"));
        var predicted = new float[heldOut.Rows];
        model.Predict(heldOut.Features, predicted);
        var contributions = new double[heldOut.Columns];

        var metrics = model.Card.Metrics;
        Assert.Equal("xgboost", model.Card.Settings["trainer"]);
        Assert.True(metrics["test/xgboost"]["rmse"] < metrics["test/least-squares"]["rmse"] / 2);
        Assert.Equal(["mean", "least-squares", "elastic-net", "xgboost"], new[] { "mean", "least-squares", "elastic-net", "xgboost" }.Where(name => metrics.ContainsKey($"cross-validation/{name}")));
        var sum = model.Explain(heldOut.Row(7), 0, contributions) + contributions.Sum();
        Assert.Equal(predicted[7], model.Schema.Link == TabularLinks.Log ? Math.Exp(sum) : sum, 1e-3 * predicted[7]);
    }

    [Fact]
    public void Least_squares_finds_the_line_that_made_the_rows()
    {
        var random = new Random(5);
        float[] features = [.. Enumerable.Range(0, 600).Select(_ => random.NextSingle())];
        float[] target = [.. Enumerable.Range(0, 200).Select(row => 7 + (3 * features[row * 3]) - (2 * features[(row * 3) + 1]))];
        var data = new TabularData(["a", "b", "c"], features, target, "");

        var exact = LinearTrainer.LeastSquares(data).Coefficients;
        var shrunk = LinearTrainer.ElasticNet(data, 0.3, 0.5).Coefficients;

        Assert.Equal(3, exact[0], 1e-4);
        Assert.Equal(-2, exact[1], 1e-4);
        Assert.Equal(0, exact[2], 1e-4);
        Assert.InRange(shrunk[0], 0.5, 2.9);
        Assert.Equal(0, shrunk[2]);
        Assert.Equal(exact[0], LinearTrainer.ElasticNet(data, 1e-7, 0.5).Coefficients[0], 1e-3);
    }

    [Fact]
    public void Effects_that_multiply_are_learned_through_the_logarithm()
    {
        var heldOut = Product(100, 2);
        using var model = TabularModel.Open(Train(Product(400, 1), heldOut, "product", draws: 3));
        var predicted = new float[heldOut.Rows];
        model.Predict(heldOut.Features, predicted);
        var contributions = new double[heldOut.Columns];

        Assert.Equal(TabularLinks.Log, model.Schema.Link);
        Assert.All(predicted, value => Assert.True(value > 0));
        Assert.Equal(predicted[3], Math.Exp(model.Explain(heldOut.Row(3), 0, contributions) + contributions.Sum()), 1e-3 * predicted[3]);
    }

    [Fact]
    public void A_search_that_was_cut_off_tries_only_what_is_left_and_finds_the_same()
    {
        var data = Curve(300, 1);
        var options = new SearchOptions { Draws = 3, Gap = 10, Trainers = [Trainers.XGBoost] };
        IReadOnlyDictionary<int, TreeScore> scores = new Dictionary<int, TreeScore>();
        var whole = new CandidateSearch(data, options, new(scores, all => scores = all)).Run();

        var again = new List<int>();
        var resumed = new CandidateSearch(data, options, new(scores.Where(score => score.Key != 1).ToDictionary(), all => again.AddRange(all.Keys))).Run();

        Assert.Equal([0, 1, 2], again.Order());
        Assert.Equal((whole[0].Settings, whole[0].CrossValidation), (resumed[0].Settings, resumed[0].CrossValidation));
    }

    [Fact]
    public void A_cancelled_search_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => new CandidateSearch(Curve(300, 1), new(), SearchMemory.None).Run(cancelled.Token));
    }

    [Fact]
    public void Folds_learn_only_from_what_came_before_the_gap()
    {
        var folds = TimeFolds.Of(1000, gap: 20);

        Assert.All(folds, fold => Assert.Equal(fold.Validation.Start.Value - 20, fold.Training.End.Value));
        Assert.Equal(1000, folds[^1].Validation.End.Value);
    }

    [Fact]
    public void Blocks_of_shuffled_rows_are_judged_once_each_by_what_all_others_taught()
    {
        var data = new TabularData(["a"], [.. Enumerable.Range(0, 103)], [.. Enumerable.Range(0, 103)], "");

        var folds = BlockFolds.Of(data);

        Assert.Equal(data.Target, folds.SelectMany(fold => fold.Validation.Target));
        Assert.All(folds, fold =>
        {
            Assert.Equal(data.Target, fold.Training.Target.Concat(fold.Validation.Target).Order());
            Assert.Equal(fold.Training.Target, fold.Training.Features);
        });
    }

    [Fact]
    public void Shuffled_rows_are_judged_by_blocks()
    {
        var data = Curve(300, 1);
        Candidate Best(bool ordered) => new CandidateSearch(data, new() { Ordered = ordered, Trainers = [Trainers.Mean] }, SearchMemory.None).Run()[0];

        Assert.Equal(new CrossValidation(BlockFolds.Of(data)).Measure((training, validation) => [.. validation.Target.Select(_ => training.Target.Average())]).Rmse, Best(false).CrossValidation.Rmse, 1e-3);
        Assert.NotEqual(Best(true).CrossValidation.Rmse, Best(false).CrossValidation.Rmse);
    }

    [Fact]
    public void Too_few_rows_are_refused() =>
        Assert.Contains("at least 100 rows", Assert.Throws<InvalidDataException>(() => new CandidateSearch(Curve(99, 1), new(), SearchMemory.None)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_variation_stays_near_what_it_varies()
    {
        var random = new Random(1);
        var drawn = TreeSettings.Draw(200, random, [TreeObjective.Poisson]);

        Assert.All(drawn, settings =>
        {
            var varied = settings.Vary(random);
            bool[] changed =
            [
                varied.LearningRate != settings.LearningRate, varied.Subsample != settings.Subsample, varied.Columns != settings.Columns,
                varied.LeastWeight != settings.LeastWeight, varied.Lambda != settings.Lambda,
            ];
            Assert.InRange(varied.Depth - settings.Depth, -1, 1);
            Assert.InRange(changed.Count(change => change), 0, 2);
            Assert.Equal(settings.Objective, varied.Objective);
            Assert.Equal(settings.Rounds * settings.LearningRate, varied.Rounds * varied.LearningRate, 0.1);
        });
    }

    [Theory]
    [InlineData("a,quality\n1,x\n", "line 2: quality is not a number")]
    [InlineData("a,quality\n1\n", "line 2: ")]
    [InlineData("a,quality\n1,2\n\"1,2\n3,4\n", "line 3: ")]
    [InlineData("a,b\n1,2\n", "must have the target")]
    [InlineData("a,quality\n1,\n", "the target quality is missing")]
    [InlineData("", "must name 1 to 1000 different columns")]
    public void A_file_that_cannot_be_used_says_where(string text, string reason)
    {
        var path = Path.Combine(_folder, "rows.csv");
        File.WriteAllText(path, text);

        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => TabularCsv.Read(path, "quality", [])).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    ModelPackage Train(TabularData training, TabularData heldOut, string folder, int draws = 2) =>
        new TabularTraining(new() { Name = "curve", Target = "quality", Search = new() { Draws = draws, Gap = 10 } }, _ => { }).Run(training, heldOut, Path.Combine(_folder, folder));

    static TabularData Curve(int rows, int seed)
    {
        var random = new Random(seed);
        float[] features = [.. Enumerable.Range(0, rows * 2).Select(_ => random.NextSingle())];
        float[] target = [.. Enumerable.Range(0, rows).Select(row => 300 + (50 * MathF.Sin(9 * features[row * 2])) + (20 * features[(row * 2) + 1]))];
        return new(["x", "y"], features, target, "made");
    }

    static TabularData Product(int rows, int seed)
    {
        var random = new Random(seed);
        float[] features = [.. Enumerable.Range(0, rows * 3).Select(_ => random.NextSingle())];
        float[] target = [.. Enumerable.Range(0, rows).Select(row => MathF.Exp(features.AsSpan(row * 3, 3).ToArray().Sum(value => 2 * value)))];
        return new(["x", "y", "z"], features, target, "made");
    }
}
