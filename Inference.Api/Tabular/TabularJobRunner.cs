using System.Runtime.InteropServices;
using System.Text.Json;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Jobs;
using AspireMl.Inference.Api.Models;

namespace AspireMl.Inference.Api.Tabular;

/// <summary>Predicts the rows of jobs; the payload is what the endpoint takes, and the first row is recorded under the job's id.</summary>
sealed class TabularJobRunner(ModelCatalog catalog, TabularPredictions predictions) : IJobRunner
{
    public bool Serves(string model) => catalog.Find(model)?.Task is ModelTasks.TabularRegression or ModelTasks.TabularClassification;

    public Task CheckAsync(string model, string alias, JsonElement payload, CancellationToken cancellation)
    {
        predictions.Check(model, alias, Utf8(payload));
        return Task.CompletedTask;
    }

    public async Task<JobOutcome> RunAsync(JobWork work, CancellationToken cancellation)
    {
        var request = new TabularRequest(Utf8(work.Payload), FirstId: work.JobId);
        var answer = await predictions.AnswerAsync(work.Model, work.Alias, request, cancellation);
        return new(JsonSerializer.SerializeToElement(answer, JsonSerializerOptions.Web), answer.Model);
    }

    static byte[] Utf8(JsonElement payload) => JsonMarshal.GetRawUtf8Value(payload).ToArray();
}
