using AspireMl.Contracts.Models;
using AspireMl.Statistics.Regression;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>A candidate that learned from all training rows and was measured on the held-out rows.</summary>
internal sealed record JudgedCandidate(Candidate Candidate, Trained Trained, RegressionMetrics HeldOut)
{
    /// <summary>Trains and measures. The held-out rows choose nothing.</summary>
    public static JudgedCandidate Of(Candidate candidate, TabularData training, TabularData heldOut)
    {
        var trained = candidate.Train(training, heldOut);
        return new(candidate, trained, TabularMetrics.Of(heldOut.Target, trained.Predicted));
    }

    /// <summary>The card of the first candidate's package, with how all of them did.</summary>
    public static ModelCard Card(IReadOnlyList<JudgedCandidate> judged, TabularTrainingOptions options, TabularCard tabular, string dataHash)
    {
        var best = judged[0];
        return new()
        {
            Name = options.Name,
            Version = options.Version,
            Task = ModelTasks.TabularRegression,
            Description = options.Description,
            License = "MIT",
            Architecture = best.Candidate.Trainer == Trainers.XGBoost ? "tree-ensemble" : "linear",
            Files = new Dictionary<string, string>(),
            Graph = "",
            Inputs = [],
            Outputs = [],
            Features = [.. tabular.Features.Select(feature => feature.Name)],
            Tabular = tabular with { Link = best.Trained.Link },
            Settings = new Dictionary<string, string>
            {
                ["trainer"] = best.Candidate.Trainer,
                ["trainerSettings"] = best.Candidate.Settings,
                ["seed"] = $"{options.Search.Seed}",
            },
            Metrics = judged.SelectMany(Metrics).ToDictionary(),
            TrainingDataHash = dataHash,
        };
    }

    static IEnumerable<KeyValuePair<string, IReadOnlyDictionary<string, double>>> Metrics(JudgedCandidate judged) =>
    [
        new($"cross-validation/{judged.Candidate.Trainer}", ByName(judged.Candidate.CrossValidation)),
        new($"test/{judged.Candidate.Trainer}", ByName(judged.HeldOut)),
    ];

    static Dictionary<string, double> ByName(RegressionMetrics metrics)
    {
        (string Name, double? Value)[] all =
            [("mae", metrics.Mae), ("mse", metrics.Mse), ("rmse", metrics.Rmse), ("r2", metrics.R2), ("rmsle", metrics.Rmsle), ("mape", metrics.Mape)];
        return all.Where(metric => metric.Value is not null).ToDictionary(metric => metric.Name, metric => metric.Value.GetValueOrDefault());
    }
}
