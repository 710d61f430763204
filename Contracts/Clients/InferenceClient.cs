using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Paging;

namespace AspireMl.Contracts.Clients;

/// <summary>
/// Calls the inference service. Every method throws <see cref="ApiException"/> when the service refuses or cannot be
/// reached, and <see cref="OperationCanceledException"/> when the caller cancels.
/// </summary>
/// <param name="http">A client whose base address is the service's root.</param>
public sealed class InferenceClient(HttpClient http)
{
    readonly ApiCalls _calls = new(http, "inference service");

    /// <summary>Asks a question about a page.</summary>
    /// <param name="image">JPEG, PNG, WebP or TIFF.</param>
    /// <param name="question">1 to 500 characters.</param>
    /// <param name="model">A model's name, or null for the service's default.</param>
    /// <param name="cancellation">Ends the work in the service too.</param>
    public async Task<DocumentAnswer> AskAsync(ImageUpload image, string question, string? model = null, CancellationToken cancellation = default)
    {
        using var form = ImageForm.Of("image", [image], model);
        form.Add(new StringContent(question), "question");
        return await _calls.SendAsync<DocumentAnswer>(HttpMethod.Post, "v1/documents/ask", form, cancellation);
    }

    /// <summary>Reads the words of a page without asking anything.</summary>
    public async Task<OcrResult> ReadAsync(ImageUpload image, CancellationToken cancellation = default)
    {
        using var form = ImageForm.Of("image", [image]);
        return await _calls.SendAsync<OcrResult>(HttpMethod.Post, "v1/documents/ocr", form, cancellation);
    }

    /// <summary>Records a person's word on an answer; the last word wins.</summary>
    /// <param name="inferenceId">The answer's id.</param>
    /// <param name="verdict"><see cref="Feedback.Correct"/> or <see cref="Feedback.Incorrect"/>.</param>
    /// <param name="expected">The right answer, at most 1,000 characters.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task GiveFeedbackAsync(Guid inferenceId, string verdict, string? expected = null, CancellationToken cancellation = default) =>
        _calls.SendAsync(HttpMethod.Post, $"v1/feedback/{inferenceId}", new { verdict, expected }, cancellation);

    /// <summary>Lists recorded inferences, newest first.</summary>
    public Task<Page<InferenceRecord>> ListInferencesAsync(InferenceFilter filter, CancellationToken cancellation = default) =>
        _calls.GetAsync<Page<InferenceRecord>>("v1/inferences" + filter.ToQuery(), cancellation);

    /// <summary>One recorded inference with its words and features.</summary>
    public Task<InferenceRecord> GetInferenceAsync(Guid inferenceId, CancellationToken cancellation = default) =>
        _calls.GetAsync<InferenceRecord>($"v1/inferences/{inferenceId}", cancellation);

    /// <summary>The image of a recorded inference, streamed.</summary>
    public async Task<ImageDownload> GetImageAsync(Guid inferenceId, CancellationToken cancellation = default)
    {
        var response = await _calls.OpenAsync(HttpMethod.Get, $"v1/inferences/{inferenceId}/image", null, cancellation);
        return new(response, await response.Content.ReadAsStreamAsync(cancellation));
    }

    /// <summary>The models that the service knows.</summary>
    public Task<IReadOnlyList<ModelSummary>> ListModelsAsync(CancellationToken cancellation = default) =>
        _calls.GetAsync<IReadOnlyList<ModelSummary>>("v1/models", cancellation);

    /// <summary>One model with its aliases and versions.</summary>
    public Task<ModelSummary> GetModelAsync(string name, CancellationToken cancellation = default) =>
        _calls.GetAsync<ModelSummary>($"v1/models/{Uri.EscapeDataString(name)}", cancellation);

    /// <summary>The card of one version.</summary>
    public Task<ModelCard> GetModelVersionAsync(string name, string version, CancellationToken cancellation = default) =>
        _calls.GetAsync<ModelCard>($"v1/models/{Uri.EscapeDataString(name)}/versions/{Uri.EscapeDataString(version)}", cancellation);
}
