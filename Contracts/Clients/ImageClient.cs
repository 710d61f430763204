using AspireMl.Contracts.Images;
using AspireMl.Contracts.Jobs;

namespace AspireMl.Contracts.Clients;

/// <summary>
/// Asks the inference service what images show. Every method throws <see cref="ApiException"/> when the service refuses or
/// cannot be reached, and <see cref="OperationCanceledException"/> when the caller cancels.
/// </summary>
/// <param name="http">A client whose base address is the service's root.</param>
public sealed class ImageClient(HttpClient http)
{
    readonly ApiCalls _calls = new(http, "inference service");

    /// <summary>Classifies one image.</summary>
    /// <param name="image">JPEG, PNG, WebP or TIFF.</param>
    /// <param name="model">A model's name, or null for the service's default.</param>
    /// <param name="top">How many labels to give, 1 to 100; the service decides when it is null.</param>
    /// <param name="explain">Whether the answer is to come with a heat map.</param>
    /// <param name="cancellation">Ends the work in the service too.</param>
    public async Task<ImageAnswer> ClassifyAsync(
        ImageUpload image, string? model = null, int? top = null, bool explain = false, CancellationToken cancellation = default)
    {
        using var form = ImageForm.Of("image", [image], model);
        return await _calls.SendAsync<ImageAnswer>(HttpMethod.Post, "v1/images/classify" + Query(top, explain), form, cancellation);
    }

    /// <summary>Classifies up to 32 images at once.</summary>
    /// <param name="images">JPEG, PNG, WebP or TIFF.</param>
    /// <param name="model">A model's name, or null for the service's default.</param>
    /// <param name="top">How many labels to give, 1 to 100; the service decides when it is null.</param>
    /// <param name="cancellation">Ends the work in the service too.</param>
    /// <returns>Predictions or an error for each image, in their order.</returns>
    public async Task<ImageBatchAnswer> ClassifyBatchAsync(
        IReadOnlyList<ImageUpload> images, string? model = null, int? top = null, CancellationToken cancellation = default)
    {
        using var form = ImageForm.Of("images", images, model);
        return await _calls.SendAsync<ImageBatchAnswer>(HttpMethod.Post, "v1/images/classify/batch" + Query(top, explain: false), form, cancellation);
    }

    /// <summary>Queues the classification of one image; the job's result is an <see cref="ImageAnswer"/>.</summary>
    /// <inheritdoc cref="ClassifyAsync"/>
    /// <returns>The job's id.</returns>
    public async Task<Guid> SubmitAsync(ImageUpload image, string model, int? top = null, bool explain = false, CancellationToken cancellation = default)
    {
        using var form = ImageForm.Of("image", [image], model);
        return (await _calls.SendAsync<JobAccepted>(HttpMethod.Post, "v1/jobs" + Query(top, explain), form, cancellation)).JobId;
    }

    /// <summary>The heat map of a recorded inference, streamed: PNG in grey.</summary>
    public async Task<ImageDownload> GetHeatmapAsync(Guid inferenceId, CancellationToken cancellation = default)
    {
        var response = await _calls.OpenAsync(HttpMethod.Get, $"v1/inferences/{inferenceId}/heatmap", null, cancellation);
        return new(response, await response.Content.ReadAsStreamAsync(cancellation));
    }

    static string Query(int? top, bool explain) => QueryString.Of(("top", top?.ToString()), ("explain", explain ? "true" : null));
}
