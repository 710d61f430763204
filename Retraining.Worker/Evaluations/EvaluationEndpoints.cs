using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Explanations;
using AspireMl.Retraining.Worker.Images.Evaluation;
using AspireMl.Retraining.Worker.Reports;
using AspireMl.Retraining.Worker.Runs;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.Evaluations;

internal static class EvaluationEndpoints
{
    const int MostExplainedRows = 5000;

    public static RouteGroupBuilder MapEvaluations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/models/{model}").WithTags("Evaluations").WithRefusals(400, 404, 422, 503);
        group.MapGet("/evaluate", EvaluateAsync).WithName("EvaluateModel").Produces<Evaluation>()
            .WithSummary("Measures the champion on a split of its dataset: training, testing or production.");
        group.MapGet("/explain", ExplainAsync).WithName("ExplainModel").Produces<Explanation>()
            .WithSummary("Says what the champion goes by: Shapley values, permutation importance and partial dependence.");
        group.MapGet("/images/evaluate", EvaluateImagesAsync).WithName("EvaluateImageModel").Produces<ImageEvaluation>()
            .WithSummary("Measures a version of an image classifier on a split of an image dataset: training, validation or testing.");
        return group;
    }

    static async Task<IResult> EvaluateAsync(
        string model, [AsParameters] EvaluationQuery query, SplitRows split, IOptions<RunOptions> options, CancellationToken cancellation)
    {
        var (on, html) = (query.Split, query.WantsHtml);
        var (champion, rows) = await split.ReadAsync(model, on, options.Value.MostRows, cancellation);
        using (champion)
        {
            var evaluation = ModelEvaluation.Of(champion, on, rows);
            return html ? ReportPages.Show(evaluation) : TypedResults.Ok(evaluation);
        }
    }

    static async Task<IResult> EvaluateImagesAsync(
        string model, [AsParameters] ImageEvaluationQuery query, ImageModelEvaluation images, ReportPictures pictures, CancellationToken cancellation)
    {
        var (on, html) = (query.Split, query.WantsHtml);
        var evaluation = await images.RunAsync(model, query.Version, query.Dataset, query.DatasetVersion, on, cancellation);
        return html
            ? ReportPages.Show(evaluation, await pictures.OfAsync(evaluation.Worst.Select(worst => worst.Sha256), cancellation))
            : TypedResults.Ok(evaluation);
    }

    static async Task<IResult> ExplainAsync(
        string model, [AsParameters] EvaluationQuery query, SplitRows split, IOptions<RunOptions> options, CancellationToken cancellation)
    {
        var (on, html) = (query.Split, query.WantsHtml);
        var (champion, rows) = await split.ReadAsync(model, on, MostExplainedRows, cancellation);
        using (champion)
        {
            if (!champion.CanExplain)
            {
                throw Refusal.Unusable($"The champion {champion.Card.Version} cannot be explained: its graph does not say how often its nodes are reached.");
            }

            var explanation = new ModelExplanation(champion, rows, options.Value.Seed).Run(on, cancellation);
            return html ? ReportPages.Show(explanation) : TypedResults.Ok(explanation);
        }
    }
}
