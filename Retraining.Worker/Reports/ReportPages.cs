using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AspireMl.Retraining.Worker.Reports;

/// <summary>Shows reports as pages that need nothing else: no script, no font, no picture from anywhere.</summary>
internal static class ReportPages
{
    public static IResult Show(TrainingRun run) => Page<RunReport>(run);

    public static IResult Show(Evaluation evaluation) => Page<EvaluationReport>(evaluation);

    public static IResult Show(Explanation explanation) => Page<ExplanationReport>(explanation);

    public static IResult Show(ImageCheckReport report, IReadOnlyDictionary<string, string> pictures) => Page<ImageCheckPage>(report, pictures);

    public static IResult Show(TrainingRun run, IReadOnlyDictionary<string, string> pictures) => Page<ImageRunPage>(run, pictures);

    public static IResult Show(ImageEvaluation evaluation, IReadOnlyDictionary<string, string> pictures) => Page<ImageEvaluationPage>(evaluation, pictures);

    static RazorComponentResult<TPage> Page<TPage>(object report)
        where TPage : IComponent => new(new Dictionary<string, object?> { ["Report"] = report });

    static RazorComponentResult<TPage> Page<TPage>(object report, IReadOnlyDictionary<string, string> pictures)
        where TPage : IComponent => new(new Dictionary<string, object?> { ["Report"] = report, ["Pictures"] = pictures });
}
