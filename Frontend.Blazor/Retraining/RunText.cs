using System.Globalization;
using AspireMl.Contracts.Training;

namespace AspireMl.Frontend.Blazor.Retraining;

/// <summary>Runs in words and numbers.</summary>
internal static class RunText
{
    /// <summary>The metrics of a comparison, in the order in which they are shown.</summary>
    public static IReadOnlyList<(string Name, Func<ModelMetrics, double?> Of)> Metrics { get; } =
        [("MAE", results => results.Mae), ("MSE", results => results.Mse), ("RMSE", results => results.Rmse), ("R²", results => results.R2), ("RMSLE", results => results.Rmsle), ("MAPE", results => results.Mape)];

    public static bool IsOpen(TrainingRun run) => run.Status is RunStatuses.Queued or RunStatuses.Running;

    public static string Look(string status) => status switch
    {
        RunStatuses.Finished => "badge-good",
        RunStatuses.Failed => "badge-bad",
        _ => "badge-plain",
    };

    public static string Decision(string? decision) => decision switch
    {
        RunDecisions.Promoted => "Promoted to champion.",
        RunDecisions.Challenger => "Kept as challenger.",
        RunDecisions.Stopped => "Stopped by the checks.",
        _ => "–",
    };

    public static string Metric(double? value) => value?.ToString("G4", CultureInfo.InvariantCulture) ?? "–";

    public static string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
