using AspireMl.Modeling.Tabular;
using AspireMl.Retraining.Worker.XGBoost;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>Finds the best settings of each trainer by cross-validation on the training rows alone.</summary>
internal sealed class CandidateSearch(TabularData data, IReadOnlyList<(Range Training, Range Validation)> folds, int seed, int draws, Action<string> report)
{
    // Trees of several seeds, averaged, err less than those of one.
    const int Seeds = 3;

    static readonly double[] Lambdas = [0.3, 0.1, 0.03, 0.01, 0.003, 0.001];

    /// <summary>The candidates, best first. Without XGBoost's library only the linear ones.</summary>
    public IReadOnlyList<Candidate> Run()
    {
        List<Candidate> candidates =
        [
            Linear("mean", "", LinearTrainer.Mean),
            Linear("least-squares", "", LinearTrainer.LeastSquares),
            Lambdas.Select(lambda => Linear("elastic-net", FormattableString.Invariant($"lambda {lambda}, mix 0.5"), rows => LinearTrainer.ElasticNet(rows, lambda, 0.5)))
                .MinBy(candidate => candidate.CrossValidation)!,
        ];
        try
        {
            candidates.Add(TreeSettings.Draw(draws, seed).Select(Trees).MinBy(candidate => candidate.CrossValidation)!);
        }
        catch (DllNotFoundException)
        {
            report("XGBoost's library libxgboost.so.0 is missing, so only the linear candidates are trained; install libxgboost0.");
        }

        return [.. candidates.OrderBy(candidate => candidate.CrossValidation)];
    }

    Candidate Linear(string trainer, string settings, Func<TabularData, LinearGraph> train) => new(
        trainer,
        settings,
        CrossValidate((training, validation) => LinearTrainer.Predict(train(training), validation)),
        (training, other) => train(training) is var graph ? new(graph.ToOnnx(trainer), LinearTrainer.Predict(graph, other)) : null!);

    Candidate Trees(TreeSettings settings)
    {
        var error = CrossValidate((training, validation) =>
        {
            var mean = training.Target.Average();
            return [.. TreeTrainer.Train(training, mean, settings, seed, validation).Predicted.Select(value => value + mean)];
        });
        report(FormattableString.Invariant($"  {error:F3}  {settings}"));
        return new("xgboost", settings.ToString(), error, (training, other) => TrainTrees(settings, training, other));
    }

    Trained TrainTrees(TreeSettings settings, TabularData training, TabularData other)
    {
        var mean = training.Target.Average();
        var models = Enumerable.Range(seed, Seeds).Select(own => TreeTrainer.Train(training, mean, settings, own, other)).ToArray();
        float[] predicted = [.. Enumerable.Range(0, other.Rows).Select(row => mean + models.Average(model => model.Predicted[row]))];
        return new(TreeExport.ToOnnx([.. models.Select(model => model.Json)], "xgboost", training.Columns, TabularModel.Input, TabularModel.Output, mean), predicted);
    }

    double CrossValidate(Func<TabularData, TabularData, float[]> predict)
    {
        var (squares, count) = (0.0, 0);
        foreach (var (training, validation) in folds)
        {
            var judged = data.Slice(validation);
            squares += Errors.SquaredSum(predict(data.Slice(training), judged), judged.Target);
            count += judged.Rows;
        }

        return Math.Sqrt(squares / count);
    }
}
