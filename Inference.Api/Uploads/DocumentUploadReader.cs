using AspireMl.ServiceDefaults.Refusals;
using AspireMl.ServiceDefaults.Uploads;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace AspireMl.Inference.Api.Uploads;

/// <summary>Reads a multipart form as a stream, with a bound on everything in it.</summary>
sealed class DocumentUploadReader(IOptions<UploadOptions> options, UploadBudget budget)
{
    readonly UploadOptions _options = options.Value;

    /// <summary>Reads the whole form.</summary>
    /// <exception cref="RefusalException">Statuses 400, 408, 413, 415, 422, 429 with their reasons.</exception>
    public async Task<DocumentUpload> ReadAsync(HttpRequest request, DocumentFields fields, CancellationToken cancellation)
    {
        var reader = MultipartForm.Open(request, "document");
        var lease = budget.Take(Math.Min(request.ContentLength ?? _options.MaxImageBytes, _options.MaxImageBytes));
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(_options.Timeout);
        try
        {
            return await ReadFieldsAsync(reader, fields, lease, timeout.Token);
        }
        catch (Exception failure)
        {
            lease.Dispose();
            cancellation.ThrowIfCancellationRequested();
            throw BrokenUpload.Explain(failure, FieldReader.ImageTooLarge(_options.MaxImageBytes), _options.Timeout, MultipartForm.Damaged) ?? failure;
        }
    }

    async Task<DocumentUpload> ReadFieldsAsync(MultipartReader reader, DocumentFields fields, UploadBudget.Lease lease, CancellationToken cancellation)
    {
        byte[]? image = null;
        string? mediaType = null, question = null, model = null;
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            switch (NameOf(section, fields))
            {
                case DocumentFields.ImageField:
                    RefuseSecond(image, DocumentFields.ImageField);
                    ImageMediaType.CheckClaim(MediaTypeOf(section));
                    image = await FieldReader.ReadBytesAsync(section.Body, _options.MaxImageBytes, cancellation);
                    mediaType = ImageMediaType.Of(image);
                    break;
                case DocumentFields.QuestionField:
                    RefuseSecond(question, DocumentFields.QuestionField);
                    question = await FieldReader.ReadQuestionAsync(section.Body, cancellation);
                    break;
                case DocumentFields.ModelField:
                    RefuseSecond(model, DocumentFields.ModelField);
                    model = await FieldReader.ReadModelAsync(section.Body, cancellation);
                    break;
            }
        }

        if (image is null || mediaType is null)
        {
            throw Refusal.Malformed("The field image is missing; it holds the page to read.");
        }

        if (fields.Question && question is null)
        {
            throw Refusal.Malformed("The field question is missing; it holds what you want to know about the page.");
        }

        return new(image, mediaType, question, model, lease);
    }

    static string NameOf(MultipartSection section, DocumentFields fields)
    {
        var name = MultipartForm.NameOf(section);
        return fields.Allows(name) ? name : throw MultipartForm.UnknownField($"{fields}");
    }

    static string? MediaTypeOf(MultipartSection section) =>
        MediaTypeHeaderValue.TryParse(section.ContentType, out var type) ? type.MediaType.ToString() : section.ContentType;

    static void RefuseSecond(object? first, string field)
    {
        if (first is not null)
        {
            throw MultipartForm.Twice(field);
        }
    }
}
