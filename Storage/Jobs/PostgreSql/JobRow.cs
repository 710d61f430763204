using System.Text.Json;
using AspireMl.Contracts.Jobs;

namespace AspireMl.Storage.Jobs.PostgreSql;

/// <summary>A row of the table of jobs.</summary>
sealed record JobRow
{
    public const string Head =
        """
        job_id as "JobId", status as "Status", created_at as "CreatedAt", service as "Service", model as "Model", attempts as "Attempts",
        worker as "Worker", started_at as "StartedAt", finished_at as "FinishedAt", cancel_requested as "CancelRequested",
        version as "Version", message as "Message"
        """;

    public const string Whole = Head + ", payload::text as \"Payload\", result::text as \"Result\"";

    static readonly JsonElement Nothing = JsonElement.Parse("null");

    public Guid JobId { get; init; }

    public string Status { get; init; } = "";

    public DateTime CreatedAt { get; init; }

    public string Service { get; init; } = "";

    public string Model { get; init; } = "";

    public int Attempts { get; init; }

    public string? Worker { get; init; }

    public DateTime? StartedAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    public bool CancelRequested { get; init; }

    public string? Version { get; init; }

    public string? Message { get; init; }

    public string? Payload { get; init; }

    public string? Result { get; init; }

    public JobRecord ToRecord() => new()
    {
        JobId = JobId,
        Status = Status,
        CreatedAt = CreatedAt,
        Service = Service,
        Model = Model,
        Attempts = Attempts,
        Worker = Worker,
        StartedAt = StartedAt,
        FinishedAt = FinishedAt,
        CancelRequested = CancelRequested,
        AnsweredBy = Version is null ? null : new(Model, Version),
        Message = Message,
        Payload = Payload is null ? Nothing : JsonElement.Parse(Payload),
        Result = Result is null ? null : JsonElement.Parse(Result),
    };
}
