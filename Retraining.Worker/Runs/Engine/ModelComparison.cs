using AspireMl.Contracts.Models;
using AspireMl.Contracts.Training;
using AspireMl.Modeling.Tabular;
using AspireMl.Retraining.Worker.Tabular;
using AspireMl.Statistics.Regression;

namespace AspireMl.Retraining.Worker.Runs.Engine;

/// <summary>The retrained model and the champion on the same held-out rows.</summary>
/// <param name="Retrained">The retrained model.</param>
/// <param name="Previous">The champion, or null where there is none that takes these rows.</param>
/// <param name="Difference">Between them, or null.</param>
internal sealed record ModelComparison(ModelResults Retrained, ModelResults? Previous, ErrorDifference? Difference)
{
    /// <summary>Has the champion predict and compares.</summary>
    public static ModelComparison Of(TabularData heldOut, string version, float[] predicted, TabularModel? champion, BootstrapOptions options)
    {
        var retrained = Results(version, heldOut, predicted);
        if (champion is null || !Takes(champion.Schema, heldOut))
        {
            return new(retrained, null, null);
        }

        var previous = new float[heldOut.Rows];
        champion.Predict(heldOut.Features, previous);
        var interval = PairedBootstrap.RmseDifference(
            TabularMetrics.SquaredErrors(heldOut.Target, previous), TabularMetrics.SquaredErrors(heldOut.Target, predicted), options);
        return new(
            retrained,
            Results(champion.Card.Version, heldOut, previous),
            new(interval.Estimate, interval.Lower, interval.Upper, options.Confidence));
    }

    // Rows of other features mean nothing to the champion, so they cannot judge it.
    static bool Takes(TabularCard schema, TabularData rows) =>
        schema.Target.Labels is null && schema.Features.Select(feature => feature.Name).SequenceEqual(rows.Names);

    static ModelResults Results(string version, TabularData heldOut, float[] predicted)
    {
        var metrics = TabularMetrics.Of(heldOut.Target, predicted);
        return new(version, metrics.Count, metrics.Mae, metrics.Mse, metrics.Rmse, metrics.R2, metrics.Rmsle, metrics.Mape);
    }
}
