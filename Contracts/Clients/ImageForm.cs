using System.Net.Http.Headers;

namespace AspireMl.Contracts.Clients;

/// <summary>Forms with images.</summary>
static class ImageForm
{
    /// <param name="field">The field of each image.</param>
    /// <param name="images">The images.</param>
    /// <param name="model">A model's name, or null for the service's default.</param>
    public static MultipartFormDataContent Of(string field, IEnumerable<ImageUpload> images, string? model = null)
    {
        var form = new MultipartFormDataContent();
        foreach (var image in images)
        {
            var content = new StreamContent(image.Content);
            content.Headers.ContentType = new MediaTypeHeaderValue(image.MediaType);
            form.Add(content, field, image.FileName);
        }

        if (model is not null)
        {
            form.Add(new StringContent(model), "model");
        }

        return form;
    }
}
