using System.Text.Json;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Documents;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Uploads;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Objects;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>Answers questions about documents whose images are in the object store.</summary>
sealed class DocumentJobRunner(ModelCatalog catalog, DocumentQuestions questions, IObjectStore objects, UploadBudget budget) : IJobRunner
{
    public bool Serves(string model) => catalog.Find(model)?.Task == ModelTasks.DocumentQuestion;

    public async Task CheckAsync(string model, string alias, JsonElement payload, CancellationToken cancellation)
    {
        var job = DocumentJob.Read(payload);
        if (!await objects.ExistsAsync(job.Image, cancellation))
        {
            throw Refusal.Unusable("There is no image with this hash; send the job as multipart/form-data with the image in it.");
        }
    }

    public async Task<JobOutcome> RunAsync(JobWork work, CancellationToken cancellation)
    {
        var job = DocumentJob.Read(work.Payload);
        await using var stream = await objects.OpenAsync(job.Image, cancellation) ?? throw Refusal.Unusable("The image of the job is not kept any more.");
        using var lease = budget.Take(stream.Length);
        var image = new byte[stream.Length];
        await stream.ReadExactlyAsync(image, cancellation);
        var upload = new DocumentUpload(image, ImageMediaType.Of(image), job.Question, work.Model, lease);
        var answer = await questions.AnswerAsync(upload, cancellation, work.JobId, work.Alias);
        return new(JsonSerializer.SerializeToElement(answer, JsonSerializerOptions.Web), answer.Model);
    }
}
