using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.RealPipeline;

static class InferenceProcess
{
    /// <summary>Starts the service and waits until it says that it is ready.</summary>
    /// <param name="connectionString">Its database.</param>
    /// <param name="folder">Where it keeps objects and its journal.</param>
    /// <param name="settings">Environment variables.</param>
    public static Task<ServiceProcess> StartAsync(string connectionString, string folder, params IReadOnlyList<(string Key, string Value)> settings) =>
        ServiceProcess.StartAsync(
            "Inference.Api",
            [
                ("ConnectionStrings__database", connectionString),
                ("Objects__Path", Path.Combine(folder, "objects")),
                ("Models__UnpackedPath", Path.Combine(folder, "packages")),
                ("Capture__Path", InferenceApi.JournalIn(folder)),
                .. settings,
            ]);
}
