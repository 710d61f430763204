using System.Text.Json;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Documents;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Uploads;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>Answers questions about documents whose images are in the object store.</summary>
sealed class DocumentJobRunner(ModelCatalog catalog, DocumentQuestions questions, StoredImages images) : IUploadJobRunner
{
    public bool Serves(string model) => catalog.Find(model)?.Task == ModelTasks.DocumentQuestion;

    public Task CheckAsync(string model, string alias, JsonElement payload, CancellationToken cancellation) =>
        images.RequireAsync(DocumentJob.Read(payload).Image, cancellation);

    public JsonElement ToPayload(UploadedImage upload, string image, IQueryCollection query) => upload.Question is { } question
        ? JsonSerializer.SerializeToElement(new DocumentJob(image, question), JsonSerializerOptions.Web)
        : throw Refusal.Malformed("The field question is missing; it holds what you want to know about the page.");

    public async Task<JobOutcome> RunAsync(JobWork work, CancellationToken cancellation)
    {
        var job = DocumentJob.Read(work.Payload);
        using var upload = await images.LoadAsync(job.Image, work.Model, job.Question, cancellation);
        var answer = await questions.AnswerAsync(upload, cancellation, work.JobId, work.Alias);
        return new(JsonSerializer.SerializeToElement(answer, JsonSerializerOptions.Web), answer.Model);
    }
}
