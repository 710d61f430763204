using System.Net.Mime;
using AspireMl.Contracts.Documents;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Uploads;
using AspireMl.Inference.Api.Work;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Documents;

static class DocumentEndpoints
{
    public static RouteGroupBuilder MapDocuments(this IEndpointRouteBuilder routes)
    {
        var uploads = routes.ServiceProvider.GetRequiredService<IOptions<UploadOptions>>().Value;
        var group = routes.MapGroup("/v1/documents").WithTags("Documents")
            .WithRefusals(400, 408, 413, 415, 422, 429, 503)
            .WithMetadata(new RequestSizeLimitAttribute(FieldReader.MostRequestBytes(uploads.MaxImageBytes)));
        group.MapPost("/ask", AskAsync).WithName("AskDocument")
            .WithSummary("Answers a question about a document.")
            .WithDescription("Boxes are in pixels of the image as it is shown. When the document holds no answer, answer is null and confidence 0.")
            .Accepts<AskForm>(MediaTypeNames.Multipart.FormData);
        group.MapPost("/ocr", OcrAsync).WithName("ReadDocument")
            .WithSummary("Reads the words of a document.")
            .WithDescription("A page without text has no lines.")
            .Accepts<OcrForm>(MediaTypeNames.Multipart.FormData);
        return group;
    }

    static async Task<Ok<DocumentAnswer>> AskAsync(
        HttpRequest request, ModelCatalog models, WorkQueue work, ImageFormReader uploads, DocumentQuestions questions, CancellationToken cancellation)
    {
        RefuseBeforeReading(models, work);
        using var upload = await uploads.ReadAsync(request, ImageFormFields.Ask, cancellation);
        return TypedResults.Ok(await questions.AnswerAsync(upload, cancellation));
    }

    static async Task<Ok<OcrResult>> OcrAsync(
        HttpRequest request, ModelCatalog models, WorkQueue work, ImageFormReader uploads, DocumentTexts texts, CancellationToken cancellation)
    {
        RefuseBeforeReading(models, work);
        using var upload = await uploads.ReadAsync(request, ImageFormFields.ImageOnly, cancellation);
        return TypedResults.Ok(await texts.ReadAsync(upload, cancellation));
    }

    // A service that cannot answer says so before megabytes are sent to it.
    static void RefuseBeforeReading(ModelCatalog models, WorkQueue work)
    {
        models.RequirePreparation();
        work.ThrowIfFull();
    }
}
