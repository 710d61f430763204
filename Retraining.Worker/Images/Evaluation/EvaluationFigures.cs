using AspireMl.Contracts.Training;

namespace AspireMl.Retraining.Worker.Images.Evaluation;

/// <summary>The figures of an evaluation by name, as cards and experiments have them.</summary>
internal static class EvaluationFigures
{
    /// <summary>Those that are known, in order.</summary>
    public static IEnumerable<(string Name, double Value)> Of(ImageEvaluation evaluation)
    {
        (string Name, double? Value)[] all =
        [
            ("accuracy", evaluation.Accuracy), ("macroPrecision", evaluation.MacroPrecision), ("macroRecall", evaluation.MacroRecall),
            ("macroF1", evaluation.MacroF1), ("macroAuc", evaluation.MacroAuc), ("logLoss", evaluation.LogLoss), ("ece", evaluation.Ece),
        ];
        return from figure in all where figure.Value is not null select (figure.Name, figure.Value.GetValueOrDefault());
    }
}
