using AspireMl.Contracts.Training;

namespace AspireMl.Retraining.Worker.Experiments;

/// <summary>Puts experiments side by side.</summary>
internal static class ExperimentTable
{
    static readonly string[] HigherIsBetter = ["accuracy", "macroPrecision", "macroRecall", "macroF1", "macroAuc", "r2"];

    /// <summary>Compares.</summary>
    public static ExperimentComparison Compare(IReadOnlyList<Experiment> experiments) => new(
        experiments,
        experiments.Select(experiment => experiment.DataHash).Distinct().Count() == 1,
        [.. Names(experiments.Select(experiment => experiment.Parameters.Keys)).Select(name => Parameter(name, experiments)).OrderByDescending(parameter => parameter.Differs)],
        [.. Names(experiments.Select(experiment => experiment.Metrics.Keys)).Select(name => Metric(name, experiments))]);

    /// <summary>All names, in the order in which they are met.</summary>
    public static IEnumerable<string> Names(IEnumerable<IEnumerable<string>> names) => names.SelectMany(one => one).Distinct();

    static ComparedParameter Parameter(string name, IReadOnlyList<Experiment> experiments)
    {
        string?[] values = [.. experiments.Select(experiment => experiment.Parameters.GetValueOrDefault(name))];
        return new(name, values, values.Distinct().Count() > 1);
    }

    static ComparedMetric Metric(string name, IReadOnlyList<Experiment> experiments)
    {
        double?[] values = [.. experiments.Select(experiment => experiment.Metrics.TryGetValue(name, out var value) ? value : (double?)null)];
        var higher = HigherIsBetter.Contains(name);
        var best = higher ? values.Max() : values.Min();
        return new(name, values, higher, best is null ? null : values.IndexOf(best));
    }
}
