using AspireMl.Testing;

namespace AspireMl.Modeling.Tests.Images;

/// <summary>A test on the images of ../shared/data/images; skipped where they are absent.</summary>
sealed class SharedImagesFactAttribute : FactAttribute
{
    public SharedImagesFactAttribute() => Skip = Directory.Exists(Folder) ? null : "The folder ../shared/data/images is absent.";

    public static string Folder { get; } = Path.Combine(RepositoryRoot.Path, "..", "shared", "data", "images");
}
