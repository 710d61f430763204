using AspireMl.Modeling.Tabular;
using AspireMl.Retraining.Worker.Tabular;

namespace AspireMl.Retraining.Worker.Explanations;

/// <summary>How much the error rises when a feature's values are shuffled among the rows (Breiman, "Random Forests", 2001).</summary>
internal sealed class PermutationImportance
{
    const int MostRows = 1000;
    const int Repeats = 3;

    readonly TabularModel _model;
    readonly TabularData _rows;
    readonly int _seed;

    public PermutationImportance(TabularModel model, TabularData rows, int seed)
    {
        (_model, _rows, _seed) = (model, rows.Slice(Math.Max(0, rows.Rows - MostRows)..), seed);
        Rmse = Error(_rows.Features);
    }

    /// <summary>Of the rows as they are.</summary>
    public double Rmse { get; }

    /// <summary>The mean rise of the RMSE over several shuffles.</summary>
    public double Of(int column)
    {
        var random = new Random(_seed + column);
        var shuffled = new float[_rows.Features.Length];
        var rise = 0.0;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            float[] values = [.. _rows.Column(column)];
            random.Shuffle(values);
            _rows.Features.CopyTo(shuffled, 0);
            for (var row = 0; row < values.Length; row++)
            {
                shuffled[(row * _rows.Columns) + column] = values[row];
            }

            rise += Error(shuffled) - Rmse;
        }

        return rise / Repeats;
    }

    double Error(float[] features)
    {
        var predicted = new float[_rows.Rows];
        _model.Predict(features, predicted);
        return TabularMetrics.Of(_rows.Target, predicted).Rmse;
    }
}
