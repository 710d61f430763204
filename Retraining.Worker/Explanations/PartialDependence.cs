using AspireMl.Contracts.Models;
using AspireMl.Contracts.Training;
using AspireMl.Modeling.Tabular;
using AspireMl.Retraining.Worker.Tabular;

namespace AspireMl.Retraining.Worker.Explanations;

/// <summary>The mean prediction of the rows with one feature set to a value (Friedman, "Greedy Function Approximation", 2001).</summary>
internal sealed class PartialDependence(TabularModel model, TabularData rows)
{
    const int MostRows = 300;
    const int MostPoints = 20;

    readonly TabularData _rows = Thinned(rows);

    /// <summary>By rising value: quantiles of what was seen, so that no point is far from all rows; all values of a categorical feature.</summary>
    public IReadOnlyList<DependencePoint> Of(int column) => [.. Values(column).Select(value => new DependencePoint(value, Predict(column, value)))];

    // Evenly from all rows, since neighbours in time are alike.
    static TabularData Thinned(TabularData rows)
    {
        int[] kept = [.. Enumerable.Range(0, Math.Min(MostRows, rows.Rows)).Select(index => (int)((long)index * rows.Rows / Math.Min(MostRows, rows.Rows)))];
        return rows with { Features = [.. kept.SelectMany(row => rows.Row(row).ToArray())], Target = [.. kept.Select(row => rows.Target[row])] };
    }

    IEnumerable<float> Values(int column)
    {
        float[] known = [.. rows.Column(column).Where(float.IsFinite).Order()];
        var distinct = known.Distinct().Take(MostPoints + 1).ToArray();
        var isCategorical = model.Schema.Features[column].Kind == FeatureKinds.Categorical;
        return isCategorical || distinct.Length <= MostPoints
            ? known.Distinct()
            : Enumerable.Range(0, MostPoints).Select(point => known[point * (known.Length - 1) / (MostPoints - 1)]).Distinct();
    }

    double Predict(int column, float value)
    {
        float[] features = [.. _rows.Features];
        for (var row = 0; row < _rows.Rows; row++)
        {
            features[(row * _rows.Columns) + column] = value;
        }

        var predicted = new float[_rows.Rows];
        model.Predict(features, predicted);
        return predicted.Average();
    }
}
