using System.Text.Json;
using System.Text.Json.Serialization;
using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;

namespace AspireMl.Storage.Documents;

/// <summary>The two JSON documents of an inference: what lists show, and the rest.</summary>
static class InferenceJson
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    // The feedback lives in a column of its own, so that a new word rewrites it and not the document.
    public static string WriteDocument(InferenceRecord record) =>
        JsonSerializer.Serialize(record with { Words = null, Features = null, Feedback = null }, Options);

    public static string WriteDetail(InferenceRecord record) =>
        JsonSerializer.Serialize(new Detail(record.Words, record.Features), Options);

    public static string WriteFeedback(Feedback feedback) => JsonSerializer.Serialize(feedback, Options);

    public static InferenceRecord Read(string document, string? detail, string? feedback)
    {
        var record = JsonSerializer.Deserialize<InferenceRecord>(document, Options)!;
        var rest = detail is null ? null : JsonSerializer.Deserialize<Detail>(detail, Options);
        return record with
        {
            Words = rest?.Words,
            Features = rest?.Features,
            Feedback = feedback is null ? null : ReadFeedback(feedback),
        };
    }

    public static Feedback ReadFeedback(string feedback) => JsonSerializer.Deserialize<Feedback>(feedback, Options)!;

    sealed record Detail(IReadOnlyList<OcrWord>? Words, IReadOnlyDictionary<string, double>? Features);
}
