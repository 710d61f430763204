using System.Text.Json;
using AspireMl.Contracts.Jobs;
using AspireMl.Storage.Objects;
using MongoDB.Bson;
using MongoDB.Bson.Serialization.Attributes;
using MongoDB.Driver;

namespace AspireMl.Storage.MongoDb.Jobs;

/// <summary>A job. Its payload and result are text: a client's JSON may have names and numbers that MongoDB's documents have not.</summary>
[BsonIgnoreExtraElements]
sealed class StoredJob
{
    const string StatusName = "status";
    const string ImageName = "image";

    static readonly JsonElement Nothing = JsonElement.Parse("null");

    public static IReadOnlyList<CreateIndexModel<StoredJob>> Indexes { get; } =
        [Newest<StoredJob>.Index, Newest<StoredJob>.IndexBy(StatusName), Newest<StoredJob>.SparseIndex(ImageName)];

    [BsonId, BsonGuidRepresentation(GuidRepresentation.Standard)]
    public Guid JobId { get; init; }

    [BsonElement(StatusName)]
    public string Status { get; init; } = "";

    [BsonElement(Newest<StoredJob>.CreatedAt)]
    public long CreatedAt { get; init; }

    [BsonElement("service")]
    public string Service { get; init; } = "";

    [BsonElement("model")]
    public string Model { get; init; } = "";

    [BsonElement("attempts")]
    public int Attempts { get; init; }

    [BsonElement("worker")]
    public string? Worker { get; init; }

    [BsonElement("startedAt")]
    public long? StartedAt { get; init; }

    [BsonElement("finishedAt")]
    public long? FinishedAt { get; init; }

    [BsonElement("cancelRequested")]
    public bool CancelRequested { get; init; }

    [BsonElement("version")]
    public string? Version { get; init; }

    [BsonElement("message")]
    public string? Message { get; init; }

    /// <summary>The image that the payload names: text cannot be asked for it.</summary>
    [BsonElement(ImageName), BsonIgnoreIfNull]
    public string? Image { get; init; }

    [BsonElement("payload")]
    public string? Payload { get; init; }

    [BsonElement("result")]
    public string? Result { get; init; }

    public static StoredJob Queued(JobRecord job) => new()
    {
        JobId = job.JobId,
        Status = JobStatuses.Queued,
        CreatedAt = job.CreatedAt.ToMongo(),
        Service = job.Service,
        Model = job.Model,
        Image = ImageOf(job),
        Payload = job.Payload.GetRawText(),
    };

    /// <summary>The object that a job's payload names as its image, or null.</summary>
    public static string? ImageOf(JobRecord job) =>
        job.Payload.ValueKind is JsonValueKind.Object && job.Payload.TryGetProperty(ImageName, out var image) && image.ValueKind is JsonValueKind.String
        && image.GetString() is { } key && ObjectKey.IsValid(key) ? key : null;

    public JobRecord ToRecord() => new()
    {
        JobId = JobId,
        Status = Status,
        CreatedAt = MongoTime.FromMongo(CreatedAt),
        Service = Service,
        Model = Model,
        Attempts = Attempts,
        Worker = Worker,
        StartedAt = StartedAt is { } started ? MongoTime.FromMongo(started) : null,
        FinishedAt = FinishedAt is { } finished ? MongoTime.FromMongo(finished) : null,
        CancelRequested = CancelRequested,
        AnsweredBy = Version is null ? null : new(Model, Version),
        Message = Message,
        Payload = Payload is null ? Nothing : JsonElement.Parse(Payload),
        Result = Result is null ? null : JsonElement.Parse(Result),
    };
}
