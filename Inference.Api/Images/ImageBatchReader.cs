using AspireMl.Inference.Api.Uploads;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.ServiceDefaults.Uploads;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Images;

/// <summary>Reads a multipart form with several images as a stream. A file that is no image takes its place with an error; what concerns all refuses all.</summary>
sealed class ImageBatchReader(IOptions<ImageOptions> options, IOptions<UploadOptions> uploads, FormUploads forms)
{
    const string ImagesField = "images";

    readonly ImageOptions _options = options.Value;
    readonly int _mostImageBytes = uploads.Value.MaxImageBytes;

    /// <summary>Reads the whole form.</summary>
    /// <exception cref="RefusalException">Statuses 400, 408, 413, 415, 429 with their reasons.</exception>
    public Task<ImageBatch> ReadAsync(HttpRequest request, CancellationToken cancellation) => forms.ReadAsync(
        request, "images", _options.MaxBatchBytes, TooLarge(), ReadFieldsAsync, cancellation);

    async Task<ImageBatch> ReadFieldsAsync(MultipartReader reader, UploadBudget.Lease lease, CancellationToken cancellation)
    {
        List<BatchImage> images = [];
        string? model = null;
        long total = 0;
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            switch (MultipartForm.NameOf(section))
            {
                case ImagesField when images.Count == _options.MaxBatch:
                    throw Refusal.TooLarge($"A batch has at most {_options.MaxBatch} images; send several smaller ones.");
                case ImagesField:
                    images.Add(await ReadImageAsync(section, cancellation));
                    total += images[^1].Bytes.Length;
                    break;
                case ImageFormFields.ModelField:
                    model = model is null ? await FieldReader.ReadModelAsync(section.Body, cancellation) : throw MultipartForm.Twice(ImageFormFields.ModelField);
                    break;
                default:
                    throw MultipartForm.UnknownField($"{ImagesField} and {ImageFormFields.ModelField}");
            }

            if (total > _options.MaxBatchBytes)
            {
                throw TooLarge();
            }
        }

        return images.Count > 0
            ? new(images, model, lease)
            : throw Refusal.Malformed($"The field {ImagesField} is missing; it holds an image, and may stand in the form up to {_options.MaxBatch} times.");
    }

    async Task<BatchImage> ReadImageAsync(MultipartSection section, CancellationToken cancellation)
    {
        try
        {
            var (image, mediaType) = await FieldReader.ReadImageAsync(section, _mostImageBytes, cancellation);
            return new(image, mediaType);
        }
        catch (RefusalException refusal)
        {
            return new([], "", refusal.Message);
        }
    }

    RefusalException TooLarge() =>
        Refusal.TooLarge($"A batch has at most {_options.MaxBatchBytes / 1048576.0:0.#} MiB; send several smaller ones.");
}
