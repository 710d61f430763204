using System.Security.Cryptography;
using System.Text.Json;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Models;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>Answers, records and models for the fake service.</summary>
internal static class SampleRecords
{
    public static object Healthy { get; } = new
    {
        status = "Healthy",
        checks = new Dictionary<string, object> { ["self"] = new { status = "Healthy" }, ["database"] = new { status = "Healthy", description = "PostgreSQL 18 answers." } },
    };

    public static IReadOnlyList<ModelSummary> Models { get; } =
    [
        new("span-reader", ModelTasks.DocumentQuestion, true, null, new Dictionary<string, string> { ["champion"] = "1.0.0" },
        [
            new()
            {
                Name = "span-reader", Version = "1.0.0", Task = ModelTasks.DocumentQuestion, License = "MIT", Architecture = "span-reader",
                Description = "Finds the words on a page that answer a question, with boosted trees over candidate spans.",
                Files = new Dictionary<string, string>(), Graph = "model.onnx", Inputs = [], Outputs = [],
                Metrics = new Dictionary<string, IReadOnlyDictionary<string, double>>
                {
                    ["receipts, held out"] = new Dictionary<string, double> { ["anls"] = 0.953, ["exact_match"] = 0.871 },
                    ["vendors, held out"] = new Dictionary<string, double> { ["anls"] = 0.941 },
                },
            },
        ]),
        new("layoutlmv3", ModelTasks.DocumentQuestion, false, "Its weights are not installed.", new Dictionary<string, string>(), []),
    ];

    public static InferenceRecord Answer(string question, string mediaType, byte[] image, bool first, string? model = null)
    {
        var found = !question.Contains("unicorn", StringComparison.OrdinalIgnoreCase);
        return new()
        {
            InferenceId = Guid.CreateVersion7(),
            CreatedAt = DateTimeOffset.UtcNow,
            Task = ModelTasks.DocumentQuestion,
            Model = new(model ?? "span-reader", "1.0.0"),
            InputHash = Convert.ToHexStringLower(SHA256.HashData(image)),
            MediaType = mediaType,
            Question = question,
            Answer = found ? "GBP 41.58" : null,
            Confidence = found ? 0.93 : 0,
            Evidence = found ? [new(1, "GBP 41.58", SamplePages.Total)] : [],
            Page = SamplePages.Receipt,
            Timings = first ? new(12.4, 913.2, 21.7, 951.8) : new(0, 0, 23.1, 24.6),
            ElapsedMs = first ? 951.8 : 24.6,
            Words = [.. SamplePages.Lines.SelectMany(line => line.Words)],
        };
    }

    /// <summary>A row for which a number was predicted.</summary>
    public static InferenceRecord Row(DateTimeOffset at) => new()
    {
        InferenceId = Guid.CreateVersion7(at),
        CreatedAt = at,
        Task = ModelTasks.TabularRegression,
        Model = new("roast-quality", "1.0.0"),
        Value = 412.375,
        Instance = new Dictionary<string, JsonElement>
        {
            ["h_data"] = JsonSerializer.SerializeToElement(151.25),
            ["ah_data"] = JsonSerializer.SerializeToElement<object?>(null),
            ["recipe"] = JsonSerializer.SerializeToElement("dark"),
        },
    };

    /// <summary>An image that was classified.</summary>
    public static InferenceRecord Image(DateTimeOffset at, byte[] image) => new()
    {
        InferenceId = Guid.CreateVersion7(at),
        CreatedAt = at,
        Task = ModelTasks.ImageClassification,
        Model = new(FakeClassifier.Name, "1.0.0"),
        InputHash = Convert.ToHexStringLower(SHA256.HashData(image)),
        MediaType = "image/jpeg",
        Answer = "truck",
        Confidence = 0.81,
        Predictions = [new("truck", 0.81), new("ship", 0.12)],
        ElapsedMs = 5.4,
    };

    /// <summary>Answers of the past, one every so often, with some verdicts among them.</summary>
    public static IEnumerable<InferenceRecord> Past(int count, TimeSpan every, byte[] image) => Enumerable.Range(0, count).Select(index =>
        Answer(index % 5 == 4 ? "Where is the unicorn?" : $"What is the total of receipt {index}?", "image/jpeg", image, first: index % 3 == 0) with
        {
            CreatedAt = DateTimeOffset.UtcNow - index * every,
            Model = new(index % 4 == 3 ? "layoutlmv3" : "span-reader", "1.0.0"),
            Confidence = 0.99 - index % 10 * 0.08,
            Feedback = (index % 3) switch { 0 => new(Feedback.Correct), 1 => new(Feedback.Incorrect, "GBP 12.00"), _ => null },
        });
}
