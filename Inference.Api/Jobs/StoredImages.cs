using AspireMl.Inference.Api.Uploads;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Objects;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>The images that jobs are about, in the object store.</summary>
sealed class StoredImages(IObjectStore objects, UploadBudget budget)
{
    /// <summary>Keeps an uploaded image.</summary>
    /// <returns>Its SHA-256.</returns>
    public async Task<string> KeepAsync(UploadedImage upload, CancellationToken cancellation)
    {
        var image = ObjectKey.Of(upload.Image);
        await objects.PutAsync(image, upload.Image, cancellation);
        return image;
    }

    /// <summary>Checks that an image is there.</summary>
    /// <exception cref="RefusalException">It is not: status 422.</exception>
    public async Task RequireAsync(string image, CancellationToken cancellation)
    {
        if (!await objects.ExistsAsync(image, cancellation))
        {
            throw Refusal.Unusable("There is no image with this hash; send the job as multipart/form-data with the image in it.");
        }
    }

    /// <summary>Loads the image of a job, within the memory of all uploads.</summary>
    /// <exception cref="RefusalException">It is not there any more (status 422), or too many are loaded (429).</exception>
    public async Task<UploadedImage> LoadAsync(string image, string model, string? question, CancellationToken cancellation)
    {
        await using var stream = await objects.OpenAsync(image, cancellation) ?? throw Refusal.Unusable("The image of the job is not kept any more.");
        var lease = budget.Take(stream.Length);
        try
        {
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, cancellation);
            return new(bytes, ImageMediaType.Of(bytes), question, model, lease);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }
}
