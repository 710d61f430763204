using System.Buffers;
using System.Text;
using System.Text.Json;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Capture;
using AspireMl.Storage.Tabular;

namespace AspireMl.Inference.Api.Tests.Capture;

public sealed class CaptureLineTests
{
    static readonly DateTimeOffset Time = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Rows_come_back_as_they_were_with_their_missing_values()
    {
        var rows = new TabularBatch
        {
            Model = "kiln \"zwei\"\n",
            Version = "1.0.0",
            CreatedAt = Time,
            Ids = [Guid.CreateVersion7(), Guid.CreateVersion7()],
            Features = new[] { 1f, float.NaN, float.MaxValue, -0f },
            Predictions = new[] { 0f, 1f },
            Probabilities = new[] { 0.25f, 0.75f, float.Epsilon, 1f },
        };

        var read = Assert.Single(CaptureLine.ReadAll(Lines(new CaptureEntry { Rows = rows }))).Rows!;

        Assert.Equal((rows.Model, rows.Version, rows.CreatedAt), (read.Model, read.Version, read.CreatedAt));
        Assert.Equal(rows.Ids, read.Ids);
        Assert.Equal(rows.Features.ToArray(), read.Features.ToArray());
        Assert.Equal(rows.Predictions.ToArray(), read.Predictions.ToArray());
        Assert.Equal(rows.Probabilities.ToArray(), read.Probabilities.ToArray());
    }

    [Fact]
    public void A_classification_comes_back_with_its_pictures()
    {
        var id = Guid.CreateVersion7();
        var entry = new CaptureEntry
        {
            Record = new() { InferenceId = id, CreatedAt = Time, Task = ModelTasks.ImageClassification, Model = new("colours", "1.0.0") },
            Image = [0, 10, 13, 255],
            Heatmap = [7],
            Classified = new(id, Time, "colours", "1.0.0", [float.NaN, 2], [0.5f], "hash"),
        };

        var read = Assert.Single(CaptureLine.ReadAll(Lines(entry)));

        Assert.Equal((id, ModelTasks.ImageClassification), (read.Record!.InferenceId, read.Record.Task));
        Assert.Equal(entry.Image, read.Image);
        Assert.Equal(entry.Heatmap, read.Heatmap);
        Assert.Equal(entry.Classified.Embedding, read.Classified!.Embedding);
        Assert.Null(read.Rows);
    }

    [Fact]
    public void A_word_on_an_answer_comes_back()
    {
        var said = Word("13.00");

        Assert.Equal(said.Feedback, Assert.Single(CaptureLine.ReadAll(Lines(said))).Feedback);
    }

    [Fact]
    public void The_line_that_was_being_written_is_left_out()
    {
        var (first, second) = (Word("first"), Word("second"));
        var lines = Lines(first, second);

        Assert.Equal(first.Feedback, Assert.Single(CaptureLine.ReadAll(lines.AsSpan()[..^1])).Feedback);
        Assert.Empty(CaptureLine.ReadAll(lines.AsSpan()[..5]));
    }

    [Theory]
    [InlineData("null\n")]
    [InlineData("{}\n")]
    [InlineData("{\"rows\":7}\n")]
    [InlineData("{\"rows\":{\"model\":\"kiln\"}}\n")]
    [InlineData("{\"rows\":{\"model\":\"kiln\",\"version\":\"1\",\"createdAt\":\"2026-11-23T08:00:00Z\",\"ids\":[],\"features\":\"AAA=\",\"predictions\":\"\"}}\n")]
    public void A_damaged_line_is_refused(string line) =>
        Assert.Throws<JsonException>(() => CaptureLine.ReadAll(Encoding.UTF8.GetBytes(line)));

    static CaptureEntry Word(string expected) => new() { Feedback = new(Guid.CreateVersion7(), Guid.CreateVersion7(), new("incorrect", expected, Time)) };

    static byte[] Lines(params IReadOnlyList<CaptureEntry> entries)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var entry in entries)
        {
            CaptureLine.Write(buffer, entry);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
