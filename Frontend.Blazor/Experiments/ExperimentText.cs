using System.Globalization;
using AspireMl.Contracts.Training;

namespace AspireMl.Frontend.Blazor.Experiments;

/// <summary>Experiments in words and numbers.</summary>
internal static class ExperimentText
{
    /// <summary>The metrics of a comparison, in the order in which they are shown, and whether more is better.</summary>
    public static IReadOnlyList<Metric> Metrics { get; } =
    [
        new("Accuracy", true, evaluation => evaluation.Accuracy),
        new("Macro precision", true, evaluation => evaluation.MacroPrecision),
        new("Macro recall", true, evaluation => evaluation.MacroRecall),
        new("Macro F1", true, evaluation => evaluation.MacroF1),
        new("Macro AUC", true, evaluation => evaluation.MacroAuc),
        new("Log loss", false, evaluation => evaluation.LogLoss),
        new("ECE", false, evaluation => evaluation.Ece),
        new("ECE before calibration", false, evaluation => evaluation.EceUncalibrated),
    ];

    /// <summary>What an experiment is called: its version where one was made.</summary>
    public static string Name(TrainingRun run) => run.Image?.Evaluation is { } evaluation ? $"{run.Model} {evaluation.Version}" : run.Model;

    /// <summary>What was learned from and how, by name, in order of the first experiment that has each.</summary>
    public static IReadOnlyList<(string Name, Func<TrainingRun, string> Of)> Settings(IEnumerable<TrainingRun> runs) =>
    [
        ("Testing images", run => run.Image!.Evaluation!.Images.ToString("N0", CultureInfo.InvariantCulture)),
        .. runs.SelectMany(run => run.Image!.Parameters.Keys).Distinct()
            .Select(name => (Spoken(name), (Func<TrainingRun, string>)(run => run.Image!.Parameters.GetValueOrDefault(name) ?? "–"))),
    ];

    /// <summary>A share as people read it.</summary>
    public static string Share(double? share) => share is { } known ? (known * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "–";

    /// <summary>A figure as people read it.</summary>
    public static string Figure(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>The comparison as a table for other programs: a row for each metric and setting, a column for each experiment.</summary>
    public static string Csv(IReadOnlyList<TrainingRun> runs)
    {
        IEnumerable<IEnumerable<string>> rows =
        [
            ["", .. runs.Select(Name)],
            ["run", .. runs.Select(run => run.RunId.ToString())],
            .. Metrics.Select(metric => runs.Select(run => metric.Of(run.Image!.Evaluation!)?.ToString("R", CultureInfo.InvariantCulture) ?? "").Prepend(metric.Name)),
            .. Settings(runs).Select(setting => runs.Select(setting.Of).Prepend(setting.Name)),
        ];
        return string.Concat(rows.Select(row => string.Join(',', row.Select(Quoted)) + "\r\n"));
    }

    // validationLoss is read as validation loss.
    static string Spoken(string name) => string.Concat(name.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A figure of an evaluation.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="MoreIsBetter">Whether more is better.</param>
    /// <param name="Of">The figure; null where it is not known.</param>
    internal sealed record Metric(string Name, bool MoreIsBetter, Func<ImageEvaluation, double?> Of)
    {
        /// <summary>The best of several experiments, null unless there are several that differ.</summary>
        public double? Best(IEnumerable<TrainingRun> runs)
        {
            double[] values = [.. runs.Select(run => Of(run.Image!.Evaluation!)).OfType<double>().Distinct()];
            return values.Length < 2 ? null : MoreIsBetter ? values.Max() : values.Min();
        }
    }
}
