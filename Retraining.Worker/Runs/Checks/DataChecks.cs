using AspireMl.Contracts.Models;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Tabular;
using AspireMl.Statistics.Numeric;
using AspireMl.Statistics.Quality;

namespace AspireMl.Retraining.Worker.Runs.Checks;

/// <summary>Looks at the data of a run before anything is learned from them.</summary>
internal sealed class DataChecks(TabularCard schema, DataCheckLimits limits)
{
    /// <summary>Whether the run may go on.</summary>
    public static bool Allow(IEnumerable<DataCheck> checks) => checks.All(check => check.Severity != CheckSeverities.Stop);

    /// <summary>All checks, also those that passed.</summary>
    public IReadOnlyList<DataCheck> Run(TabularData training, TabularData heldOut)
    {
        var columns = Columns(training);
        List<DataCheck> checks =
        [
            AtLeast("training-rows", training.Rows, limits.LeastTrainingRows, "rows to learn from"),
            AtLeast("held-out-rows", heldOut.Rows, limits.LeastHeldOutRows, "rows to judge on"),
        ];
        if (training.Rows == 0)
        {
            return checks;
        }

        checks.Add(Target(training));
        checks.AddRange(schema.Features.Select((feature, column) => Missing(feature, columns[column])));
        checks.AddRange(schema.Features.Select((feature, column) => OutOfRange(feature, columns[column])));
        checks.AddRange(schema.Features.Select((feature, column) => Constant(feature, columns[column])));
        checks.Add(Duplicates(columns, training));
        checks.AddRange(heldOut.Rows < limits.LeastHeldOutRows ? [] : schema.Features.Select((feature, column) => Correlation(feature, column, training, heldOut)));
        return checks;
    }

    static double[][] Columns(TabularData data) =>
        [.. Enumerable.Range(0, data.Columns).Select(column => data.Column(column).Select(value => (double)value).ToArray())];

    static DataCheck AtLeast(string name, int rows, int least, string what) => new(
        name, null, rows, least, rows >= least ? CheckSeverities.Passed : CheckSeverities.Stop,
        rows >= least ? $"There are {rows:N0} {what}." : $"There are only {rows:N0} {what}; at least {least:N0} are needed.");

    DataCheck Target(TabularData training)
    {
        var constant = training.Target.AsSpan().IndexOfAnyExcept(training.Target[0]) < 0;
        return new(
            "target-constant", schema.Target.Name, constant ? 1 : 0, 0, constant ? CheckSeverities.Stop : CheckSeverities.Passed,
            constant ? $"The target {schema.Target.Name} is {training.Target[0]} in every row, so there is nothing to learn." : $"The target {schema.Target.Name} varies.");
    }

    DataCheck Missing(FeatureCard feature, double[] values)
    {
        var share = values.Count(double.IsNaN) / (double)values.Length;
        var severity = share <= limits.MissingShare || feature.Missing == FeatureCard.MissingAllowed && share < 1 ? CheckSeverities.Passed : CheckSeverities.Stop;
        return new("missing", feature.Name, share, limits.MissingShare, severity, $"{feature.Name} is missing in {share:P1} of the rows{Allowed(severity, limits.MissingShare)}.");
    }

    DataCheck OutOfRange(FeatureCard feature, double[] values)
    {
        var quality = NumericQuality.Of(SortedSample.Of(values), feature.Minimum ?? double.NegativeInfinity, feature.Maximum ?? double.PositiveInfinity);
        var share = quality.OutOfRange / (double)values.Length;
        var severity = share <= limits.OutOfRangeShare ? CheckSeverities.Passed : CheckSeverities.Stop;
        return new("out-of-range", feature.Name, share, limits.OutOfRangeShare, severity, $"{feature.Name} is outside its range in {share:P1} of the rows{Allowed(severity, limits.OutOfRangeShare)}.");
    }

    static DataCheck Constant(FeatureCard feature, double[] values)
    {
        var constant = NumericQuality.Of(SortedSample.Of(values)).Constant;
        return new(
            "constant", feature.Name, constant ? 1 : 0, 0, constant ? CheckSeverities.Warning : CheckSeverities.Passed,
            constant ? $"{feature.Name} has the same value in every row; it may be stuck." : $"{feature.Name} varies.");
    }

    DataCheck Duplicates(double[][] columns, TabularData training)
    {
        var share = DuplicateRows.Count([.. columns, Array.ConvertAll(training.Target, value => (double)value)]) / (double)training.Rows;
        var severity = share <= limits.DuplicateShare ? CheckSeverities.Passed : CheckSeverities.Stop;
        return new("duplicates", null, share, limits.DuplicateShare, severity, $"{share:P1} of the rows repeat an earlier one{Allowed(severity, limits.DuplicateShare)}.");
    }

    DataCheck Correlation(FeatureCard feature, int column, TabularData training, TabularData heldOut)
    {
        var change = Math.Abs(WithTarget(heldOut) - WithTarget(training));
        var known = double.IsNaN(change) ? 0 : change;
        var severity = known <= limits.CorrelationChange ? CheckSeverities.Passed : CheckSeverities.Warning;
        return new("correlation", feature.Name, known, limits.CorrelationChange, severity, $"The correlation of {feature.Name} with {schema.Target.Name} differs by {known:F2} in the held-out rows.");

        double WithTarget(TabularData data) =>
            Correlations.Pearson([.. data.Column(column).Select(value => (double)value)], Array.ConvertAll(data.Target, value => (double)value));
    }

    static string Allowed(string severity, double limit) => severity == CheckSeverities.Stop ? $", more than the {limit:P0} that are allowed" : "";
}
