using AspireMl.Contracts.Inferences;
using AspireMl.Storage.Documents;
using MongoDB.Bson;
using MongoDB.Bson.Serialization.Attributes;

namespace AspireMl.Storage.MongoDb.Documents;

/// <summary>A person's word as a part of the inference that it is about.</summary>
[BsonIgnoreExtraElements]
sealed class StoredWord
{
    [BsonElement("feedbackId"), BsonGuidRepresentation(GuidRepresentation.Standard)]
    public Guid FeedbackId { get; init; }

    [BsonElement(StoredInference.Verdict)]
    public string Verdict { get; init; } = "";

    [BsonElement("expected")]
    public string? Expected { get; init; }

    [BsonElement("givenAt")]
    public long GivenAt { get; init; }

    public static StoredWord Of(FeedbackEntry entry) => new()
    {
        FeedbackId = entry.FeedbackId,
        Verdict = entry.Feedback.Verdict,
        Expected = entry.Feedback.Expected,
        GivenAt = entry.Feedback.GivenAt?.ToMongo() ?? throw new ArgumentException("Feedback needs the time when it was given.", nameof(entry)),
    };

    public Feedback ToFeedback() => new(Verdict, Expected, MongoTime.FromMongo(GivenAt));
}
