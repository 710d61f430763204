using System.Text.Json;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>A job as it is sent in JSON.</summary>
/// <param name="Model">The model that is asked.</param>
/// <param name="Payload">What is asked, as the model's task wants it.</param>
sealed record JobRequest(string? Model, JsonElement Payload)
{
    const string Example = """a job; send {"model":"a model's name","payload":{...}}""";

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="RefusalException">It is no job: status 400.</exception>
    public static async Task<JobRequest> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        await JsonBody.ReadAsync<JobRequest>(request, Example, cancellation) is { Model.Length: > 0, Payload.ValueKind: JsonValueKind.Object } job
            ? job
            : throw JsonBody.NotThat(Example);
}
