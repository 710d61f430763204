namespace AspireMl.Inference.Api.Models.Registry;

/// <summary>The form of a package, as the OpenAPI document describes it.</summary>
/// <param name="Package">The .zip; at most 1 GiB, packed and unpacked, unless configured otherwise.</param>
sealed record PackageForm(IFormFile Package);
