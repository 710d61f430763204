using System.Text.Json;
using AspireMl.Contracts.Training;

namespace AspireMl.Storage.Runs.PostgreSql;

/// <summary>A row of the table of runs.</summary>
sealed record RunRow
{
    public const string Columns =
        """
        run_id as "RunId", model as "Model", status as "Status", created_at as "CreatedAt", request::text as "Request", attempts as "Attempts",
        worker as "Worker", started_at as "StartedAt", finished_at as "FinishedAt", cancel_requested as "CancelRequested",
        progress as "Progress", step as "Step", message as "Message", outcome::text as "Outcome"
        """;

    public Guid RunId { get; init; }

    public string Model { get; init; } = "";

    public string Status { get; init; } = "";

    public DateTime CreatedAt { get; init; }

    public string Request { get; init; } = "";

    public int Attempts { get; init; }

    public string? Worker { get; init; }

    public DateTime? StartedAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    public bool CancelRequested { get; init; }

    public double Progress { get; init; }

    public string? Step { get; init; }

    public string? Message { get; init; }

    public string Outcome { get; init; } = "";

    public string? Checkpoint { get; init; }

    public TrainingRun ToRun() => new(Read<RunOutcome>(Outcome))
    {
        RunId = RunId,
        Model = Model,
        Status = Status,
        CreatedAt = CreatedAt,
        Request = Read<RetrainRequest>(Request),
        Attempts = Attempts,
        Worker = Worker,
        StartedAt = StartedAt,
        FinishedAt = FinishedAt,
        CancelRequested = CancelRequested,
        Progress = Progress,
        Step = Step,
        Message = Message,
    };

    static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web) ?? throw new InvalidDataException($"A run in the database has no {typeof(T).Name}.");
}
