using AspireMl.Contracts.Training;
using AspireMl.Statistics.Classification;

namespace AspireMl.Retraining.Worker.Images.Evaluation;

/// <summary>Measures answers to labelled images.</summary>
internal static class ImageEvaluator
{
    const int Worst = 24;

    /// <summary>Measures.</summary>
    /// <param name="about">The evaluation with what it is about.</param>
    /// <param name="answers">Images with the answers to them.</param>
    public static ImageEvaluation Of(EvaluationSubject about, LabelledAnswers answers)
    {
        var metrics = ClassificationMetrics.Of(answers.Labels, answers.Probabilities);
        var calibration = Calibration(answers.Labels, answers.Probabilities);
        return new()
        {
            Model = about.Model,
            Version = about.Version,
            Dataset = about.Dataset.Dataset,
            DatasetVersion = about.Dataset.Number,
            On = about.Split,
            Images = answers.Labels.Count,
            Accuracy = metrics.Accuracy,
            LogLoss = metrics.LogLoss,
            MacroPrecision = metrics.MacroPrecision,
            MacroRecall = metrics.MacroRecall,
            MacroF1 = metrics.MacroF1,
            MacroAuc = metrics.MacroAuc,
            Ece = calibration.Expected,
            EceUncalibrated = answers.Uncalibrated is { } raw ? Calibration(answers.Labels, raw).Expected : null,
            Temperature = about.Temperature,
            Classes = [.. metrics.Classes.Select((one, place) => new ImageClassResult(answers.Classes[place], one.Support, one.Precision, one.Recall, one.F1, one.Auc))],
            Confusion = [.. answers.Classes.Select((_, row) => answers.Classes.Select((_, column) => metrics.Confusion[row, column]).ToArray())],
            Calibration = [.. calibration.Bins.Select(bin => new ConfidenceBin(bin.Count, bin.Confidence, bin.Accuracy))],
            Worst = [.. Mistakes(answers).Take(Worst)],
        };
    }

    static CalibrationError Calibration(IReadOnlyList<int> labels, IReadOnlyList<float[]> probabilities) => CalibrationError.Of(
        [.. probabilities.Select(row => (double)row.Max())],
        [.. probabilities.Select((row, place) => ClassificationMetrics.MostProbable(row) == labels[place])]);

    static IEnumerable<WorstImage> Mistakes(LabelledAnswers answers) =>
        answers.Entries
            .Select((entry, row) => (Entry: entry, Label: answers.Labels[row], Probabilities: answers.Probabilities[row]))
            .Select(answer => (answer.Entry, answer.Label, answer.Probabilities, Predicted: ClassificationMetrics.MostProbable(answer.Probabilities)))
            .Where(answer => answer.Predicted != answer.Label)
            .OrderByDescending(answer => answer.Probabilities[answer.Predicted])
            .ThenBy(answer => answer.Entry.Path, StringComparer.Ordinal)
            .Select(answer => new WorstImage(
                answer.Entry.Path, answer.Entry.Sha256, answers.Classes[answer.Label], answers.Classes[answer.Predicted],
                answer.Probabilities[answer.Predicted], answer.Probabilities[answer.Label]));
}
