using System.Globalization;
using AspireMl.Contracts.Training;
using AspireMl.Frontend.Blazor.Components;

namespace AspireMl.Frontend.Blazor.Experiments;

/// <summary>Experiments in words and numbers.</summary>
internal static class ExperimentText
{
    static readonly string[] Acronyms = ["auc", "ece", "mae", "mse", "rmse", "rmsle", "mape"];

    /// <summary>The metrics of an evaluation, in the order in which they are shown.</summary>
    public static IReadOnlyList<(string Name, Func<ImageEvaluation, double?> Of)> Metrics { get; } =
    [
        ("Accuracy", evaluation => evaluation.Accuracy),
        ("Macro precision", evaluation => evaluation.MacroPrecision),
        ("Macro recall", evaluation => evaluation.MacroRecall),
        ("Macro F1", evaluation => evaluation.MacroF1),
        ("Macro AUC", evaluation => evaluation.MacroAuc),
        ("Log loss", evaluation => evaluation.LogLoss),
        ("ECE", evaluation => evaluation.Ece),
        ("ECE before its temperature", evaluation => evaluation.EceUncalibrated),
    ];

    /// <summary>What an experiment is called: its version where one was made.</summary>
    public static string Name(Experiment experiment) => experiment.Version is { } version
        ? version.StartsWith(experiment.Model, StringComparison.Ordinal) ? version : $"{experiment.Model} {version}"
        : experiment.Model;

    /// <summary>The figure that says most of an experiment.</summary>
    public static string Result(Experiment experiment) =>
        experiment.Metrics.TryGetValue("accuracy", out var accuracy) ? $"Accuracy {Share(accuracy)}"
        : experiment.Metrics.TryGetValue("rmse", out var rmse) ? $"RMSE {Figure(rmse)}"
        : "–";

    /// <summary>A name of the contract as people read it: <c>macroAuc</c> is Macro AUC.</summary>
    public static string Spoken(string name)
    {
        var words = string.Concat(name.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")).Split(' ');
        return Words.Title(string.Join(' ', words.Select(word => Acronyms.Contains(word) ? word.ToUpperInvariant() : word)));
    }

    /// <summary>A share as people read it.</summary>
    public static string Share(double? share) => share is { } known ? (known * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "–";

    /// <summary>A figure as people read it.</summary>
    public static string Figure(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "–";
}
