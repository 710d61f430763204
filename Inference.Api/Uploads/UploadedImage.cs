namespace AspireMl.Inference.Api.Uploads;

/// <summary>A form about one image, complete and within its bounds. Dispose of it when the image is no longer needed.</summary>
sealed class UploadedImage(byte[] image, string mediaType, string? question, string? model, UploadBudget.Lease lease) : IDisposable
{
    public byte[] Image { get; } = image;

    public string MediaType { get; } = mediaType;

    public string? Question { get; } = question;

    public string? Model { get; } = model;

    public void Dispose() => lease.Dispose();
}
