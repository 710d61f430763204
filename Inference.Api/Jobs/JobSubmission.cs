using System.Text.Json;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Uploads;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.Queue;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>Accepts jobs. The message goes first and carries all of the job, so that nothing between it and the record can lose it.</summary>
sealed class JobSubmission(IJobStore store, IServiceStore services, IMessageBroker broker, JobRunners runners, StoredImages images, TimeProvider time)
{
    /// <summary>Keeps the image of a form and queues a job about it.</summary>
    /// <exception cref="RefusalException">The model takes no jobs about images, or a field or value is missing or not one.</exception>
    public async Task<Guid> SubmitAsync(string model, UploadedImage upload, IQueryCollection query, CancellationToken cancellation)
    {
        var runner = runners.Require(model) as IUploadJobRunner
            ?? throw Refusal.Unusable($"The model {model} takes no images; send the job as application/json.");
        var image = await images.KeepAsync(upload, cancellation);
        return await SubmitAsync(model, runner.ToPayload(upload, image, query), cancellation);
    }

    /// <summary>Queues a job.</summary>
    /// <exception cref="RefusalException">The model takes no jobs, or the payload can never be done.</exception>
    public async Task<Guid> SubmitAsync(string model, JsonElement payload, CancellationToken cancellation)
    {
        var runner = runners.Require(model);
        var bindings = await services.ListAsync(cancellation);
        var binding = bindings.FirstOrDefault(binding => binding.Model == model) ?? OwnBinding(model, bindings);
        await runner.CheckAsync(model, binding.Alias, payload, cancellation);
        if (!bindings.Contains(binding))
        {
            await services.PutAsync(binding, cancellation);
        }

        var now = time.GetUtcNow();
        var message = new JobMessage(binding.Service, Guid.CreateVersion7(now), now, payload);
        var body = message.ToBytes();
        if (body.Length > MessageRules.MostBytes)
        {
            throw Refusal.TooLarge($"A job has at most {MessageRules.MostBytes >> 20} MiB; send several smaller ones.");
        }

        await broker.DeclareAsync(binding.Service, cancellation);
        await broker.PublishAsync(binding.Service, body, cancellation);
        await store.AddAsync(message.ToJob(model, now), cancellation);
        return message.JobId;
    }

    // A model that no service applies yet gets one of its own name.
    static ServiceBinding OwnBinding(string model, IReadOnlyList<ServiceBinding> bindings) =>
        ServiceName.IsValid(model) && bindings.All(binding => binding.Service != model)
            ? new(model, model, ModelAliases.Champion)
            : throw Refusal.Unusable($"No service applies the model {model}; bind one with PUT /v1/services/{{service}}.");
}
