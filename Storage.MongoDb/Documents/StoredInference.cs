using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;
using AspireMl.Storage.Documents;
using MongoDB.Bson;
using MongoDB.Bson.IO;
using MongoDB.Bson.Serialization.Attributes;
using MongoDB.Driver;

namespace AspireMl.Storage.MongoDb.Documents;

/// <summary>An inference: what lists filter and order by, what lists show, the rest of it, and what people said, the last word first.</summary>
[BsonIgnoreExtraElements]
sealed class StoredInference
{
    public const string Verdict = "verdict";

    /// <summary>The verdict of the last word.</summary>
    public const string LastVerdict = $"{Words}.0.{Verdict}";

    /// <summary>The answer's image.</summary>
    public const string Image = "document.inputHash";

    /// <summary>The answer's heat map, if any.</summary>
    public const string Heatmap = "document.heatmap";

    const string Model = "model";
    const string Words = "words";

    static readonly JsonWriterSettings PlainJson = new() { OutputMode = JsonOutputMode.RelaxedExtendedJson };

    public static IReadOnlyList<CreateIndexModel<StoredInference>> Indexes { get; } =
    [
        Newest<StoredInference>.Index,
        Newest<StoredInference>.IndexBy(Model),
        Newest<StoredInference>.IndexBy(LastVerdict),
        Newest<StoredInference>.SparseIndex(Image),
        Newest<StoredInference>.SparseIndex(Heatmap),
    ];

    [BsonId, BsonGuidRepresentation(GuidRepresentation.Standard)]
    public Guid InferenceId { get; init; }

    [BsonElement(Newest<StoredInference>.CreatedAt)]
    public long CreatedAt { get; init; }

    [BsonElement("task")]
    public string Task { get; init; } = "";

    [BsonElement(Model)]
    public string ModelName { get; init; } = "";

    [BsonElement("version")]
    public string Version { get; init; } = "";

    [BsonElement("document")]
    public BsonDocument Document { get; init; } = [];

    [BsonElement("detail")]
    public BsonDocument? Detail { get; init; }

    [BsonElement(Words)]
    public StoredWord[] Feedback { get; init; } = [];

    /// <summary>Keys of the objects that the answer refers to.</summary>
    [BsonIgnore]
    public IReadOnlyList<string> Objects
    {
        get
        {
            var record = ToRecord();
            return [.. new[] { record.InputHash, record.Heatmap }.OfType<string>()];
        }
    }

    public static StoredInference Of(InferenceRecord record)
    {
        // The document must say the same time as the field, or a cursor made of it would skip some.
        var kept = record with { CreatedAt = record.CreatedAt.ToWholeMicroseconds() };
        return new()
        {
            InferenceId = kept.InferenceId,
            CreatedAt = kept.CreatedAt.ToMongo(),
            Task = kept.Task,
            ModelName = kept.Model.Name,
            Version = kept.Model.Version,
            Document = BsonDocument.Parse(InferenceJson.WriteDocument(kept)),
            Detail = BsonDocument.Parse(InferenceJson.WriteDetail(kept)),
        };
    }

    public InferenceRecord ToRecord() => InferenceJson.Read(Document.ToJson(PlainJson), Detail?.ToJson(PlainJson), null) with
    {
        Feedback = Feedback.FirstOrDefault()?.ToFeedback(),
    };

    public ModelVersion ToModelVersion() => new(ModelName, Version);
}
