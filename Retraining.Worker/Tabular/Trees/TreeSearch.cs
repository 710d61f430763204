using AspireMl.Modeling.Tabular;
using AspireMl.Retraining.Worker.XGBoost;
using AspireMl.Statistics.Regression;

namespace AspireMl.Retraining.Worker.Tabular.Trees;

/// <summary>
/// Cross-validates settings drawn at random, then variations of the best of them, and trains the best of all, which predict their mean
/// together.
/// </summary>
internal sealed class TreeSearch(CrossValidation folds, SearchOptions options, SearchMemory memory)
{
    // Different trees, averaged, err less than the best alone.
    const int Averaged = 4;

    // Stages without gain after which more rounds are not tried.
    const int Patience = 2;

    const double ShareAtRandom = 0.625;

    // Variations of more than the best one do not all follow one lucky draw.
    const int Varied = 3;

    /// <summary>The best settings. Those that the memory knows are not tried again.</summary>
    public Candidate Run(float[] target, CancellationToken cancellation)
    {
        var random = new Random(options.Seed);
        var drawn = TreeSettings.Draw((int)Math.Ceiling(options.Draws * ShareAtRandom), random, TreeObjective.For(target));
        var scores = Score(0, drawn, cancellation);
        TreeScore[] parents = [.. Best(scores).Take(Varied)];
        scores = [.. scores, .. Score(scores.Length, [.. Enumerable.Range(0, options.Draws - drawn.Count).Select(i => parents[i % parents.Length].Settings.Vary(random))], cancellation)];
        TreeScore[] best = [.. Best(scores)];
        // Sums are averaged, and only those of one objective mean the same.
        TreeSettings[] members = [.. best.Select(score => score.Settings).Where(settings => settings.Objective == best[0].Settings.Objective).Take(Averaged)];
        return new(Trainers.XGBoost, string.Join("; ", members.AsEnumerable()), best[0].CrossValidation, (training, other) => Train(members, training, other, cancellation));
    }

    static IEnumerable<TreeScore> Best(IEnumerable<TreeScore> scores) => scores.OrderBy(score => score.CrossValidation.Rmse);

    TreeScore[] Score(int first, IReadOnlyList<TreeSettings> settings, CancellationToken cancellation)
    {
        var scores = new TreeScore[settings.Count];
        // Each trains on one thread, which keeps its bytes; only whole trainings run beside each other.
        Parallel.For(0, settings.Count, new() { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellation }, place =>
            scores[place] = memory.Find(first + place) ?? memory.Keep(first + place, Score(settings[place], cancellation)));
        return scores;
    }

    TreeScore Score(TreeSettings settings, CancellationToken cancellation)
    {
        var objective = TreeObjective.Named(settings.Objective);
        TreeGrower[] growers = [.. folds.Folds.Select(fold => new TreeGrower(fold.Training, settings, options.Seed))];
        try
        {
            var best = (Rounds: 0, Metrics: (RegressionMetrics?)null);
            for (var rounds = settings.Stage; rounds <= settings.Rounds && rounds - best.Rounds <= Patience * settings.Stage; rounds += settings.Stage)
            {
                var predicted = growers.Zip(folds.Folds, (grower, fold) =>
                {
                    grower.Grow(settings.Stage, cancellation);
                    return grower.Sums(fold.Validation).Select(sum => objective.ToPrediction(sum + grower.Start));
                });
                var metrics = folds.Measure(predicted);
                if (best.Metrics is null || metrics.Rmse < best.Metrics.Rmse)
                {
                    best = (rounds, metrics);
                }
            }

            return new(settings with { Rounds = best.Rounds }, best.Metrics ?? throw new InvalidOperationException("Settings have at least one stage."));
        }
        finally
        {
            Array.ForEach(growers, grower => grower.Dispose());
        }
    }

    Trained Train(TreeSettings[] members, TabularData training, TabularData other, CancellationToken cancellation)
    {
        var objective = TreeObjective.Named(members[0].Objective);
        var start = objective.Start(training.Target);
        var models = new (byte[] Json, float[] Sums)[members.Length];
        Parallel.For(0, members.Length, new() { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellation }, model =>
        {
            using var grower = new TreeGrower(training, members[model], options.Seed + model);
            grower.Grow(members[model].Rounds, cancellation);
            models[model] = (grower.ToJson(), grower.Sums(other));
        });
        float[] predicted = [.. Enumerable.Range(0, other.Rows).Select(row => objective.ToPrediction(start + models.Average(model => model.Sums[row])))];
        var graph = TreeExport.ToOnnx([.. models.Select(model => model.Json)], Trainers.XGBoost, training.Columns, TabularModel.Input, TabularModel.Output, start, objective.Link);
        return new(graph, predicted, objective.Link);
    }
}
