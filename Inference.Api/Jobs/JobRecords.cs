using AspireMl.Contracts.Jobs;

namespace AspireMl.Inference.Api.Jobs;

static class JobRecords
{
    /// <summary>The record of a message's job before anyone has begun it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="model">The model of its service.</param>
    /// <param name="now">The time by this machine's clock: what a sender's clock says orders nothing.</param>
    public static JobRecord ToJob(this JobMessage message, string model, DateTimeOffset now) => new()
    {
        JobId = message.JobId,
        Status = JobStatuses.Queued,
        Service = message.Service,
        Model = model,
        CreatedAt = now,
        Payload = message.Payload,
    };
}
