using System.Text.Json;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Models;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.Queue;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>Accepts jobs. The message goes first and carries all of the job, so that nothing between it and the record can lose it.</summary>
sealed class JobSubmission(IJobStore store, IServiceStore services, IMessageBroker broker, JobRunners runners, TimeProvider time)
{
    /// <summary>Queues a job.</summary>
    /// <exception cref="RefusalException">The model takes no jobs, or the payload can never be done.</exception>
    public async Task<Guid> SubmitAsync(string model, JsonElement payload, CancellationToken cancellation)
    {
        await runners.Require(model).CheckAsync(payload, cancellation);
        var binding = await BindingOfAsync(model, cancellation);
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
    async Task<ServiceBinding> BindingOfAsync(string model, CancellationToken cancellation)
    {
        var bindings = await services.ListAsync(cancellation);
        if (bindings.FirstOrDefault(binding => binding.Model == model) is { } binding)
        {
            return binding;
        }

        if (!ServiceName.IsValid(model) || bindings.Any(binding => binding.Service == model))
        {
            throw Refusal.Unusable($"No service applies the model {model}; bind one with PUT /v1/services/{{service}}.");
        }

        var own = new ServiceBinding(model, model, ModelAliases.Champion);
        await services.PutAsync(own, cancellation);
        return own;
    }
}
