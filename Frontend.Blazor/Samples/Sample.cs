namespace AspireMl.Frontend.Blazor.Samples;

/// <summary>A document that comes with the product, to try it on.</summary>
/// <param name="Id">Lower-case letters and hyphens.</param>
/// <param name="Title">What the document is.</param>
/// <param name="File">Its file name under <c>samples/</c>.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Questions">Questions worth asking about it.</param>
public sealed record Sample(string Id, string Title, string File, int Width, int Height, IReadOnlyList<SampleQuestion> Questions)
{
    /// <summary>The image's address.</summary>
    public string Url => $"samples/{File}";

    /// <summary>The address of its small picture.</summary>
    public string ThumbnailUrl => $"samples/thumbnails/{Id}.jpg";

    /// <summary>The image's media type.</summary>
    public string MediaType => File.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "image/jpeg";
}

/// <summary>A question about a sample and the words that answer it.</summary>
public sealed record SampleQuestion(string Question, string Answer);
