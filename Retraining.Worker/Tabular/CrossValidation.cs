using AspireMl.Statistics.Regression;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>The folds of a table, and the error over the validation rows of all of them together.</summary>
internal sealed class CrossValidation(TabularData data, IReadOnlyList<(Range Training, Range Validation)> folds)
{
    readonly (TabularData Training, TabularData Validation)[] _folds = [.. folds.Select(fold => (data.Slice(fold.Training), data.Slice(fold.Validation)))];

    /// <summary>Measures a way to predict validation rows from training rows.</summary>
    public RegressionMetrics Measure(Func<TabularData, TabularData, float[]> predict) =>
        Measure(1, (training, validation) => [predict(training, validation)])[0];

    /// <summary>Measures a way that predicts several times while it learns.</summary>
    public IReadOnlyList<RegressionMetrics> Measure(int stages, Func<TabularData, TabularData, IReadOnlyList<float[]>> predict)
    {
        var predicted = Enumerable.Range(0, stages).Select(_ => new List<float>()).ToArray();
        foreach (var (training, validation) in _folds)
        {
            var folds = predict(training, validation);
            for (var stage = 0; stage < stages; stage++)
            {
                predicted[stage].AddRange(folds[stage]);
            }
        }

        float[] truth = [.. _folds.SelectMany(fold => fold.Validation.Target)];
        return [.. predicted.Select(stage => TabularMetrics.Of(truth, [.. stage]))];
    }
}
