using Aspire.Hosting;

namespace AspireMl.Airgap.Tests.Aspire
{
    /// <summary>The folders of the draft's projects, each with the launch profile that it had.</summary>
    public sealed class DraftSolution : IDisposable
    {
        static readonly (string Project, int? Port)[] Projects =
        [
            ("EmbeddedPostgres", null), ("Inference.Api", 5080), ("Monitoring.Worker", 5081), ("Retraining.Worker", 5082),
            ("Frontend.Blazor", 5000), ("Simulator", 5083),
        ];

        public static string Root { get; } = Path.Combine(Path.GetTempPath(), $"draft-{Environment.ProcessId}");

        public DraftSolution()
        {
            Directory.CreateDirectory(Path.Combine(Root, "Sample.AppHost"));
            foreach (var (project, port) in Projects)
            {
                var folder = Directory.CreateDirectory(Path.Combine(Root, project, "Properties"));
                if (port is not null)
                {
                    File.WriteAllText(Path.Combine(folder.FullName, "launchSettings.json"), $$"""
                        { "profiles": { "http": { "commandName": "Project", "applicationUrl": "http://localhost:{{port}}",
                          "environmentVariables": { "ASPNETCORE_ENVIRONMENT": "Development" } } } }
                        """);
                }
            }
        }

        internal static IDistributedApplicationBuilder Builder(params string[] args)
        {
            var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
            {
                Args = args,
                ProjectFile = Path.Combine(Root, "Sample.AppHost", "Sample.AppHost.csproj"),
            });
            DraftGraph.Declare(builder);
            return builder;
        }

        public void Dispose() => Directory.Delete(Root, recursive: true);
    }

    [CollectionDefinition(nameof(DraftSolution))]
    public sealed class DraftTests : ICollectionFixture<DraftSolution>;
}

// The names are those that the SDK generates for the draft's project references.
namespace Projects
{
    public abstract class DraftProject(string name) : IProjectMetadata
    {
        public string ProjectPath => Path.Combine(AspireMl.Airgap.Tests.Aspire.DraftSolution.Root, name, name + ".csproj");
    }

    public class EmbeddedPostgres() : DraftProject("EmbeddedPostgres");

    public class Inference_Api() : DraftProject("Inference.Api");

    public class Monitoring_Worker() : DraftProject("Monitoring.Worker");

    public class Retraining_Worker() : DraftProject("Retraining.Worker");

    public class Frontend_Blazor() : DraftProject("Frontend.Blazor");

    public class Simulator() : DraftProject("Simulator");
}
