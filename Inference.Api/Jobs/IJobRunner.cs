using System.Text.Json;
using AspireMl.Contracts.Documents;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>Does the jobs of one task. Every runner that is registered in the container is asked.</summary>
interface IJobRunner
{
    /// <summary>Whether the model is one of its task.</summary>
    bool Serves(string model);

    /// <summary>Checks what a client asks for before it is accepted.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="alias">The alias that names its version.</param>
    /// <param name="payload">What is asked.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RefusalException">It can never be done: the status and the reason.</exception>
    Task CheckAsync(string model, string alias, JsonElement payload, CancellationToken cancellation);

    /// <summary>Does the work.</summary>
    /// <exception cref="RefusalException">Statuses 429 and 503: try again later; any other: it can never be done.</exception>
    Task<JobOutcome> RunAsync(JobWork work, CancellationToken cancellation);
}

/// <summary>What a runner is to do.</summary>
/// <param name="JobId">The job; use it as the id of what is recorded, so that a job done again is recorded once.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Alias">The alias that names its version.</param>
/// <param name="Payload">What was asked.</param>
sealed record JobWork(Guid JobId, string Model, string Alias, JsonElement Payload);

/// <summary>What came of a job.</summary>
/// <param name="Result">The result, as clients see it.</param>
/// <param name="AnsweredBy">The model version that gave it.</param>
sealed record JobOutcome(JsonElement Result, ModelVersion AnsweredBy);
