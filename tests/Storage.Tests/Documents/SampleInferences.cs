using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Models;
using AspireMl.Storage.Documents;

namespace AspireMl.Storage.Tests.Documents;

static class SampleInferences
{
    public static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    public static InferenceRecord Create(double second = 0, string model = "span-reader", string task = ModelTasks.DocumentQuestion)
    {
        var createdAt = Start.AddSeconds(second);
        return new()
        {
            InferenceId = Guid.CreateVersion7(createdAt),
            CreatedAt = createdAt,
            Task = task,
            Model = new(model, "1.0.0"),
            InputHash = new('a', 64),
            MediaType = "image/jpeg",
            Question = "What is the total? \"€\" \\ 総額",
            Answer = "12.50",
            Confidence = 0.875,
            Evidence = [new(1, "12.50", new(10.5f, 20, 30, 12))],
            Page = new(800, 1200),
            Timings = new(11.5, 900, 20, 931.5),
            Words = [new("TOTAL", new(1, 2, 3, 4)), new("12.50", new(10.5f, 20, 30, 12))],
            Features = new Dictionary<string, double> { ["lead"] = 0.25, ["words"] = 2 },
        };
    }

    public static FeedbackEntry Say(this InferenceRecord record, string verdict, string? expected = null, double second = 100) =>
        new(Guid.CreateVersion7(), record.InferenceId, new(verdict, expected, Start.AddSeconds(second)));
}
