using System.Text.Json;
using AspireMl.Inference.Api.Refusals;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>A job as it is sent in JSON.</summary>
/// <param name="Model">The model that is asked.</param>
/// <param name="Payload">What is asked, as the model's task wants it.</param>
sealed record JobRequest(string? Model, JsonElement Payload)
{
    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="Refusal">It is no job: status 400.</exception>
    public static async Task<JobRequest> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await request.ReadFromJsonAsync<JobRequest>(cancellation) is { Model.Length: > 0, Payload.ValueKind: JsonValueKind.Object } job
                ? job
                : throw NotAJob(null);
        }
        catch (JsonException failure)
        {
            throw NotAJob(failure);
        }
    }

    static Refusal NotAJob(JsonException? failure) =>
        Refusal.Malformed("""The body is not a job; send {"model":"a model's name","payload":{...}}.""", failure);
}
