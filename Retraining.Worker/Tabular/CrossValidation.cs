using AspireMl.Statistics.Regression;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>The folds of a table, and the error over the validation rows of all of them together.</summary>
internal sealed class CrossValidation(IReadOnlyList<(TabularData Training, TabularData Validation)> folds)
{
    readonly float[] _truth = [.. folds.SelectMany(fold => fold.Validation.Target)];

    public IReadOnlyList<(TabularData Training, TabularData Validation)> Folds => folds;

    /// <summary>Measures predictions of the validation rows of each fold.</summary>
    public RegressionMetrics Measure(IEnumerable<IEnumerable<float>> predicted) => TabularMetrics.Of(_truth, [.. predicted.SelectMany(fold => fold)]);

    /// <summary>Measures a way to predict validation rows from training rows.</summary>
    public RegressionMetrics Measure(Func<TabularData, TabularData, float[]> predict) => Measure(folds.Select(fold => predict(fold.Training, fold.Validation)));
}
