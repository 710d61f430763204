namespace AspireMl.Inference.Api.Documents;

/// <summary>The form of a question, as the OpenAPI document describes it.</summary>
/// <param name="Image">JPEG, PNG, WebP or TIFF; at most 20 MiB and 25 million pixels unless configured otherwise.</param>
/// <param name="Question">1 to 500 characters without control characters.</param>
/// <param name="Model">Name of the model that is to answer; the default one when left out.</param>
sealed record AskForm(IFormFile Image, string Question, string? Model);

/// <summary>The form of a page to read.</summary>
/// <param name="Image">JPEG, PNG, WebP or TIFF; at most 20 MiB and 25 million pixels unless configured otherwise.</param>
sealed record OcrForm(IFormFile Image);
