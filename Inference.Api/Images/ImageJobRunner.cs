using System.Text.Json;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Jobs;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.Inference.Api.Uploads;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Inference.Api.Images;

/// <summary>Classifies images that are in the object store; the answer is recorded under the job's id.</summary>
sealed class ImageJobRunner(ModelCatalog catalog, ImageClassifications classifications, StoredImages images, ImageMetrics metrics) : IUploadJobRunner
{
    public bool Serves(string model) => catalog.Find(model)?.Task == ModelTasks.ImageClassification;

    public async Task CheckAsync(string model, string alias, JsonElement payload, CancellationToken cancellation)
    {
        classifications.Check(model, ImageQuestion.Read(payload) with { Alias = alias });
        await images.RequireAsync(JobPayload.ImageOf(payload), cancellation);
    }

    public JsonElement ToPayload(UploadedImage upload, string image, IQueryCollection query)
    {
        if (upload.Question is not null)
        {
            throw Refusal.Malformed("A model that classifies images takes no question; leave the field out.");
        }

        var question = ImageQuestion.Read(query);
        return JsonSerializer.SerializeToElement(new { image, top = question.Top, explain = question.Explain });
    }

    public Task<JobOutcome> RunAsync(JobWork work, CancellationToken cancellation) => metrics.MeasureAsync(ImageEndpointNames.Job, async () =>
    {
        var question = ImageQuestion.Read(work.Payload) with { Alias = work.Alias, InferenceId = work.JobId };
        using var upload = await images.LoadAsync(JobPayload.ImageOf(work.Payload), work.Model, question: null, cancellation);
        var answer = await classifications.ClassifyAsync(upload, question, cancellation);
        return new JobOutcome(JsonSerializer.SerializeToElement(answer, JsonSerializerOptions.Web), answer.Model);
    });
}
