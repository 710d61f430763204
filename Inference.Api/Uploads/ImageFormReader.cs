using AspireMl.ServiceDefaults.Refusals;
using AspireMl.ServiceDefaults.Uploads;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Uploads;

/// <summary>Reads a multipart form with one image as a stream, with a bound on everything in it.</summary>
sealed class ImageFormReader(IOptions<UploadOptions> options, FormUploads forms)
{
    readonly int _mostBytes = options.Value.MaxImageBytes;

    /// <summary>Reads the whole form.</summary>
    /// <exception cref="RefusalException">Statuses 400, 408, 413, 415, 422, 429 with their reasons.</exception>
    public Task<UploadedImage> ReadAsync(HttpRequest request, ImageFormFields fields, CancellationToken cancellation) => forms.ReadAsync(
        request, "image", _mostBytes, FieldReader.ImageTooLarge(_mostBytes), (reader, lease, cancellation) => ReadFieldsAsync(reader, fields, lease, cancellation), cancellation);

    async Task<UploadedImage> ReadFieldsAsync(MultipartReader reader, ImageFormFields fields, UploadBudget.Lease lease, CancellationToken cancellation)
    {
        byte[]? image = null;
        string? mediaType = null, question = null, model = null;
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            switch (NameOf(section, fields))
            {
                case ImageFormFields.ImageField:
                    RefuseSecond(image, ImageFormFields.ImageField);
                    (image, mediaType) = await FieldReader.ReadImageAsync(section, _mostBytes, cancellation);
                    break;
                case ImageFormFields.QuestionField:
                    RefuseSecond(question, ImageFormFields.QuestionField);
                    question = await FieldReader.ReadQuestionAsync(section.Body, cancellation);
                    break;
                case ImageFormFields.ModelField:
                    RefuseSecond(model, ImageFormFields.ModelField);
                    model = await FieldReader.ReadModelAsync(section.Body, cancellation);
                    break;
            }
        }

        if (image is null || mediaType is null)
        {
            throw Refusal.Malformed("The field image is missing; it holds the image.");
        }

        if (fields.NeedsQuestion && question is null)
        {
            throw Refusal.Malformed("The field question is missing; it holds what you want to know about the page.");
        }

        return new(image, mediaType, question, model, lease);
    }

    static string NameOf(MultipartSection section, ImageFormFields fields)
    {
        var name = MultipartForm.NameOf(section);
        return fields.Names.Contains(name) ? name : throw MultipartForm.UnknownField($"{fields}");
    }

    static void RefuseSecond(object? first, string field)
    {
        if (first is not null)
        {
            throw MultipartForm.Twice(field);
        }
    }
}
