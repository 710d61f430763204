using AspireMl.Modeling.Tabular;
using AspireMl.Retraining.Worker.XGBoost;

namespace AspireMl.Retraining.Worker.Tabular.Trees;

/// <summary>Draws settings, cross-validates each at several numbers of rounds, and trains the best.</summary>
internal sealed class TreeSearch(CrossValidation folds, SearchOptions options, SearchMemory memory)
{
    // Trees of several seeds, averaged, err less than those of one.
    const int Seeds = 3;

    const int Stages = 8;

    /// <summary>The best draw. Draws that the memory knows are not tried again.</summary>
    public Candidate Run(float[] target, CancellationToken cancellation)
    {
        var draws = TreeSettings.Draw(options.Draws, options.Seed, TreeObjective.For(target));
        var scores = new TreeScore[draws.Count];
        // Each draw trains on one thread, which keeps its bytes; only the draws run beside each other.
        Parallel.For(0, draws.Count, new() { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellation }, draw =>
            scores[draw] = memory.Find(draw) ?? memory.Keep(draw, Score(draws[draw], cancellation)));
        var best = scores.MinBy(score => score.CrossValidation.Rmse) ?? throw new InvalidOperationException("The search must draw at least one point.");
        return new(Trainers.XGBoost, best.Settings.ToString(), best.CrossValidation, (training, other) => Train(best.Settings, training, other, cancellation));
    }

    TreeScore Score(TreeSettings settings, CancellationToken cancellation)
    {
        var stages = folds.Measure(Stages, (training, validation) => Staged(settings, training, validation, cancellation));
        var best = Enumerable.Range(0, Stages).MinBy(stage => stages[stage].Rmse);
        return new(settings with { Rounds = settings.Rounds / Stages * (best + 1) }, stages[best]);
    }

    float[][] Staged(TreeSettings settings, TabularData training, TabularData validation, CancellationToken cancellation)
    {
        var objective = TreeObjective.Named(settings.Objective);
        using var grower = new TreeGrower(training, settings, options.Seed);
        var stages = new float[Stages][];
        for (var stage = 0; stage < Stages; stage++)
        {
            grower.Grow(settings.Rounds / Stages, cancellation);
            stages[stage] = [.. grower.Sums(validation).Select(sum => objective.ToPrediction(sum + grower.Start))];
        }

        return stages;
    }

    Trained Train(TreeSettings settings, TabularData training, TabularData other, CancellationToken cancellation)
    {
        var objective = TreeObjective.Named(settings.Objective);
        var start = objective.Start(training.Target);
        var models = new (byte[] Json, float[] Sums)[Seeds];
        Parallel.For(0, Seeds, new() { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellation }, model =>
        {
            using var grower = new TreeGrower(training, settings, options.Seed + model);
            grower.Grow(settings.Rounds, cancellation);
            models[model] = (grower.ToJson(), grower.Sums(other));
        });
        float[] predicted = [.. Enumerable.Range(0, other.Rows).Select(row => objective.ToPrediction(start + models.Average(model => model.Sums[row])))];
        var graph = TreeExport.ToOnnx([.. models.Select(model => model.Json)], Trainers.XGBoost, training.Columns, TabularModel.Input, TabularModel.Output, start, objective.Link);
        return new(graph, predicted, objective.Link);
    }
}
