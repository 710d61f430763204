using AspireMl.Contracts.Models;
using AspireMl.Contracts.Training;
using AspireMl.Modeling.Tabular;
using AspireMl.Retraining.Worker.Tabular;

namespace AspireMl.Retraining.Worker.Explanations;

/// <summary>Explains a model by Shapley values, permutation importance and partial dependence on given rows.</summary>
internal sealed class ModelExplanation(TabularModel model, TabularData rows, int seed)
{
    const int MostPoints = 200;
    const int MostDependences = 12;

    /// <summary>Explains.</summary>
    /// <param name="on">The split that the rows are of.</param>
    /// <param name="cancellation">Gives up.</param>
    public Explanation Run(string on, CancellationToken cancellation)
    {
        var contributions = new double[rows.Features.Length];
        var expected = model.Explain(rows.Features, 0, contributions, cancellation);
        var permutation = new PermutationImportance(model, rows, seed);
        var dependence = new PartialDependence(model, rows);
        int[] order = [.. Enumerable.Range(0, rows.Columns).OrderByDescending(column => Importance(contributions, column))];
        return new(
            model.Card.Name, model.Card.Version, on, rows.Rows, model.Schema.Link ?? TabularLinks.Identity, expected, permutation.Rmse,
            [.. order.Select((column, rank) =>
            {
                cancellation.ThrowIfCancellationRequested();
                return new FeatureExplanation(
                    rows.Names[column], Importance(contributions, column), permutation.Of(column), Points(contributions, column),
                    rank < MostDependences ? dependence.Of(column) : []);
            })]);
    }

    double Importance(double[] contributions, int column) => Enumerable.Range(0, rows.Rows).Average(row => Math.Abs(contributions[(row * rows.Columns) + column]));

    ShapleyPoint[] Points(double[] contributions, int column)
    {
        var step = Math.Max(1, rows.Rows / MostPoints);
        return [.. Enumerable.Range(0, rows.Rows).Where(row => row % step == 0).Take(MostPoints).Select(row =>
        {
            var value = rows.Row(row)[column];
            return new ShapleyPoint(float.IsNaN(value) ? null : value, contributions[(row * rows.Columns) + column]);
        })];
    }
}
