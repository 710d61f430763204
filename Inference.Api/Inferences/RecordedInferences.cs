using AspireMl.Contracts.Inferences;
using AspireMl.Inference.Api.Capture;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Documents;
using AspireMl.Storage.Objects;

namespace AspireMl.Inference.Api.Inferences;

/// <summary>Finds inferences, also those that are still on their way to the store.</summary>
sealed class RecordedInferences(CaptureQueue capture, IInferenceStore store, IObjectStore objects)
{
    /// <summary>One inference.</summary>
    /// <exception cref="RefusalException">There is none of this id: status 404.</exception>
    public async Task<InferenceRecord> RequireAsync(string id, CancellationToken cancellation)
    {
        var inferenceId = RequireId(id);
        return capture.Find(inferenceId)?.Record
            ?? await store.FindAsync(inferenceId, cancellation)
            ?? throw Unknown();
    }

    /// <summary>The image of an inference; the caller disposes of it.</summary>
    /// <exception cref="RefusalException">It is not kept any more: status 404.</exception>
    public async Task<Stream> RequireImageAsync(InferenceRecord record, CancellationToken cancellation) =>
        capture.Find(record.InferenceId)?.Image is { } image
            ? new MemoryStream(image, writable: false)
            : await objects.OpenAsync(record.InputHash, cancellation)
              ?? throw Refusal.Unknown("The image of this inference is not kept any more.");

    /// <summary>Reads an id.</summary>
    /// <exception cref="RefusalException">It is none, so nothing can have it: status 404.</exception>
    public static Guid RequireId(string id) => Guid.TryParseExact(id, "D", out var inferenceId) ? inferenceId : throw Unknown();

    public static RefusalException Unknown() => Refusal.Unknown("There is no inference with this id; GET /v1/inferences lists them.");
}
