namespace AspireMl.Inference.Api.Images;

/// <summary>The form of one image, as the OpenAPI document describes it.</summary>
/// <param name="Image">JPEG, PNG, WebP or TIFF; at most 20 MiB and 25 million pixels unless configured otherwise.</param>
/// <param name="Model">Name of the model that is to answer; the default one when left out.</param>
sealed record ClassifyForm(IFormFile Image, string? Model);

/// <summary>The form of several images.</summary>
/// <param name="Images">At most 32 images, and 64 MiB together, unless configured otherwise.</param>
/// <param name="Model">Name of the model that is to answer; the default one when left out.</param>
sealed record ClassifyBatchForm(IFormFileCollection Images, string? Model);
