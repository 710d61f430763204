using AspireMl.Contracts.Training;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>Runs of an image classifier of three classes, and all runs as experiments.</summary>
internal static class FakeExperiments
{
    static readonly string[] Labels = ["cat", "dog", "fox"];

    public static TrainingRun Better { get; } = Run("1.1.0", 0.92, wrong: 8);

    public static TrainingRun Worse { get; } = Run("1.0.0", 0.84, wrong: 16);

    public static Experiment Of(TrainingRun run) => new(
        run.RunId, run.Model, run.Status, run.CreatedAt, run.FinishedAt, run.Decision, run.RetrainedVersion, run.DataHash,
        run.Image?.Parameters ?? new Dictionary<string, string> { ["trainer"] = "xgboost" },
        Metrics(run).ToDictionary(metric => metric.Name, metric => metric.Value));

    public static ExperimentComparison Compare(IEnumerable<TrainingRun> runs)
    {
        Experiment[] experiments = [.. runs.Select(Of)];
        return new(
            experiments,
            SameData: experiments.All(experiment => experiment.DataHash == experiments[0].DataHash),
            [.. experiments[0].Parameters.Keys.Select(name => new ComparedParameter(name, [.. experiments.Select(one => one.Parameters[name])], name == "views"))],
            [.. experiments[0].Metrics.Keys.Select(name => new ComparedMetric(name, [.. experiments.Select(one => (double?)one.Metrics[name])], name != "ece", 0))]);
    }

    static IEnumerable<(string Name, double Value)> Metrics(TrainingRun run) => run switch
    {
        { Image.Evaluation: { } evaluation } => [("accuracy", evaluation.Accuracy), ("macroAuc", evaluation.MacroAuc ?? 0), ("ece", evaluation.Ece)],
        { RetrainedModelResults: { } results } => [("rmse", results.Rmse)],
        _ => [],
    };

    static TrainingRun Run(string version, double accuracy, int wrong) => FakeTraining.Running with
    {
        RunId = Guid.CreateVersion7(),
        Model = FakeImageDatasets.Name,
        Status = RunStatuses.Finished,
        Step = null,
        Progress = 1,
        Request = new() { Reason = $"For version {version}.", Image = new() },
        Decision = RunDecisions.Promoted,
        Reason = "Better beyond doubt.",
        Image = new()
        {
            Dataset = FakeImageDatasets.Name,
            DatasetVersion = 2,
            Backbone = "objects-10 1.0.0",
            Parameters = new Dictionary<string, string> { ["dataset"] = $"{FakeImageDatasets.Name} 2", ["backbone"] = "objects-10 1.0.0", ["views"] = "8", ["penalty"] = "0.01", ["validationLoss"] = "0.2134" },
            Evaluation = Evaluation(version, accuracy, wrong),
        },
    };

    static ImageEvaluation Evaluation(string version, double accuracy, int wrong) => new()
    {
        Model = FakeImageDatasets.Name,
        Version = version,
        Dataset = FakeImageDatasets.Name,
        DatasetVersion = 2,
        On = "testing",
        Images = 300,
        Accuracy = accuracy,
        LogLoss = 1 - accuracy,
        MacroPrecision = accuracy - 0.01,
        MacroRecall = accuracy,
        MacroF1 = accuracy - 0.005,
        MacroAuc = 0.98,
        Ece = (1 - accuracy) / 4,
        EceUncalibrated = (1 - accuracy) / 2,
        Temperature = 1.3,
        Classes = [.. Labels.Select(label => new ImageClassResult(label, 100, accuracy, accuracy, accuracy, 0.98))],
        Confusion = [.. Labels.Select((_, row) => (IReadOnlyList<int>)[.. Labels.Select((_, column) => row == column ? 100 - wrong : wrong / 2)])],
        Calibration = [new(20, 0.4, 0.45), new(80, 0.7, 0.68), new(200, 0.95, 0.97)],
        Worst = [.. Enumerable.Range(0, wrong).Select(number => new WorstImage($"testing/cat/{number}.jpg", $"{number:x64}", "cat", "fox", 0.99 - (0.01 * number), 0.01))],
    };
}
