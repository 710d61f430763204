namespace AspireMl.Inference.Api.Images;

/// <summary>One image of a batch, or why it is none.</summary>
/// <param name="Bytes">The uploaded file; empty when there is an error.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Error">Why the file is not an image that is taken; null when it is one.</param>
sealed record BatchImage(byte[] Bytes, string MediaType, string? Error = null);
