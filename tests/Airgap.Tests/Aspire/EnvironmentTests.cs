using Aspire.Hosting.ApplicationModel;

namespace AspireMl.Airgap.Tests.Aspire;

[Collection(nameof(DraftSolution))]
public sealed class EnvironmentTests
{
    /// <summary>The record has these words in place of generated values.</summary>
    static readonly string[] Masks =
    [
        "--AppHost:OtlpApiKey", "HEX", "--ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", "http://localhost:19000",
        "--Parameters:postgres-password", "PW", "--Parameters:mongo-password", "PW",
        "--Parameters:queue-password", "PW", "--Parameters:minio-password", "PW",
    ];

    [RecordedFact]
    public Task Every_project_gets_the_variables_of_real_Aspire_in_embedded_mode() =>
        CompareAsync("environment-embedded.txt", "--Infrastructure", "embedded");

    [RecordedFact]
    public Task Every_project_gets_the_variables_of_real_Aspire_with_containers() =>
        CompareAsync("environment-containers.txt", "--Infrastructure", "containers");

    static async Task CompareAsync(string record, params string[] arguments)
    {
        var builder = DraftSolution.Builder([.. arguments, .. Masks]);
        Allocate(builder.Resources);
        var lines = new List<string>();
        foreach (var project in builder.Resources.OfType<ProjectResource>())
        {
            lines.Add($"== {project.Name}");
            lines.AddRange((await project.GetEnvironmentVariableValuesAsync()).Select(variable => $"{variable.Key}={variable.Value}"));
        }

        Assert.Equal(await File.ReadAllLinesAsync(Path.Combine(RecordedFactAttribute.Folder!, record)), lines);
    }

    /// <summary>Gives containers the ports that they had when the record was made: one after the other, from 40000.</summary>
    static void Allocate(IEnumerable<IResource> resources)
    {
        var next = 40000;
        foreach (var resource in resources)
        {
            foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
            {
                endpoint.AllocatedEndpoint = new(endpoint, "localhost", endpoint.Port ?? next++);
            }
        }
    }
}
