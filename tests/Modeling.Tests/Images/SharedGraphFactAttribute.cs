using AspireMl.Testing;

namespace AspireMl.Modeling.Tests.Images;

/// <summary>A test on the published graphs of ../shared/data/onnx; skipped where they are absent.</summary>
sealed class SharedGraphFactAttribute : FactAttribute
{
    public SharedGraphFactAttribute() => Skip = Directory.Exists(Folder) ? null : "The folder ../shared/data/onnx is absent.";

    public static string Folder { get; } = Path.Combine(RepositoryRoot.Path, "..", "shared", "data", "onnx");
}
