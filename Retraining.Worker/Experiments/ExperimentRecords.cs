using System.Globalization;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Images.Evaluation;

namespace AspireMl.Retraining.Worker.Experiments;

/// <summary>Runs as experiments.</summary>
internal static class ExperimentRecords
{
    /// <summary>A run as an experiment.</summary>
    public static Experiment Of(TrainingRun run) => new(
        run.RunId, run.Model, run.Status, run.CreatedAt, run.FinishedAt, run.Decision, run.RetrainedVersion, run.DataHash,
        run.Image?.Parameters ?? OfRows(run),
        run.Image is { } image ? Known(OfImages(image.Evaluation)) : Known(OfRows(run.RetrainedModelResults)));

    static IEnumerable<(string, double?)> OfImages(ImageEvaluation? evaluation) => evaluation is null ? [] :
        [.. EvaluationFigures.Of(evaluation).Select(figure => (figure.Name, (double?)figure.Value)), ("eceUncalibrated", evaluation.EceUncalibrated)];

    static IEnumerable<(string, double?)> OfRows(ModelMetrics? metrics) => metrics is null ? [] :
        [("rmse", metrics.Rmse), ("mae", metrics.Mae), ("mse", metrics.Mse), ("r2", metrics.R2), ("rmsle", metrics.Rmsle), ("mape", metrics.Mape)];

    static Dictionary<string, string> OfRows(TrainingRun run)
    {
        var parameters = new Dictionary<string, string>();
        if (run.Candidates is [var best, ..])
        {
            (parameters["trainer"], parameters["settings"]) = (best.Trainer, best.Settings);
        }

        if (run.Request.Seed is { } seed)
        {
            parameters["seed"] = seed.ToString(CultureInfo.InvariantCulture);
        }

        return parameters;
    }

    static OrderedDictionary<string, double> Known(IEnumerable<(string Name, double? Value)> metrics) =>
        new(metrics.Where(metric => metric.Value is not null).Select(metric => KeyValuePair.Create(metric.Name, metric.Value.GetValueOrDefault())));
}
