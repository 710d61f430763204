using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;
using AspireMl.Inference.Api.Capture;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Documents;
using AspireMl.Storage.Objects;

namespace AspireMl.Inference.Api.Inferences;

/// <summary>Finds inferences, also those that are still on their way to the store.</summary>
sealed class RecordedInferences(CaptureQueue capture, InferenceHistory history, RowRecords rows, IObjectStore objects)
{
    static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    /// <summary>One inference.</summary>
    /// <exception cref="RefusalException">There is none of this id: status 404.</exception>
    public async Task<InferenceRecord> RequireAsync(string id, CancellationToken cancellation)
    {
        var inferenceId = RequireId(id);
        return capture.Find(inferenceId)?.Record
            ?? (capture.FindRow(inferenceId) is { } row ? await rows.OfAsync(row, cancellation) : null)
            ?? await history.FindAsync(inferenceId, cancellation)
            ?? throw Unknown();
    }

    /// <summary>The image of an inference with its media type; the caller disposes of it.</summary>
    /// <exception cref="RefusalException">It is about none, or it is not kept any more: status 404.</exception>
    public async Task<(Stream Image, string MediaType)> RequireImageAsync(InferenceRecord record, CancellationToken cancellation)
    {
        if (record is not { InputHash: { } hash, MediaType: { } mediaType })
        {
            throw Refusal.Unknown("This inference is not about an image.");
        }

        return (await OpenAsync(capture.Find(record.InferenceId)?.Image, hash, "The image of this inference is not kept any more.", cancellation), mediaType);
    }

    /// <summary>The heat map of an inference, PNG; the caller disposes of it.</summary>
    /// <exception cref="RefusalException">It has none, or it is not kept any more: status 404.</exception>
    public Task<Stream> RequireHeatmapAsync(InferenceRecord record, CancellationToken cancellation) => OpenAsync(
        capture.Find(record.InferenceId)?.Heatmap,
        record.Heatmap ?? throw Refusal.Unknown("No heat map was asked for with this inference."),
        "The heat map of this inference is not kept any more.",
        cancellation);

    /// <summary>Keeps a person's word on an inference; on one that is not recorded yet it follows it to the store.</summary>
    /// <returns>The model that answered.</returns>
    /// <exception cref="RefusalException">There is no such inference (status 404), or too much waits to be recorded (503).</exception>
    public async Task<ModelVersion> AddFeedbackAsync(FeedbackEntry entry, CancellationToken cancellation)
    {
        if ((capture.Find(entry.InferenceId)?.Record?.Model ?? capture.FindRow(entry.InferenceId)?.Answerer) is not { } waiting)
        {
            return await history.AddFeedbackAsync(entry, cancellation) ?? throw Unknown();
        }

        return capture.TryAdd(entry) ? waiting : throw Refusal.Unavailable("Too much waits to be recorded. Try again in a moment.", Retry);
    }

    async Task<Stream> OpenAsync(byte[]? waiting, string hash, string gone, CancellationToken cancellation) =>
        waiting is not null ? new MemoryStream(waiting, writable: false) : await objects.OpenAsync(hash, cancellation) ?? throw Refusal.Unknown(gone);

    /// <summary>Reads an id.</summary>
    /// <exception cref="RefusalException">It is none, so nothing can have it: status 404.</exception>
    public static Guid RequireId(string id) => Guid.TryParseExact(id, "D", out var inferenceId) ? inferenceId : throw Unknown();

    public static RefusalException Unknown() => Refusal.Unknown("There is no inference with this id; GET /v1/inferences lists them.");
}
