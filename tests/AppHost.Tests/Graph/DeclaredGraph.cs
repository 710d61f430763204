using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace AspireMl.AppHost.Tests.Graph;

/// <summary>What the AppHost declares for the given arguments, with every endpoint allocated.</summary>
internal sealed class DeclaredGraph
{
    readonly IResourceCollection _resources;

    DeclaredGraph(IResourceCollection resources) => _resources = resources;

    public IEnumerable<string> Names => _resources.Select(resource => resource.Name);

    public static async Task<DeclaredGraph> OfAsync(params string[] args)
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(args);
        var port = 40000;
        foreach (var endpoint in builder.Resources.SelectMany(resource => resource.Annotations.OfType<EndpointAnnotation>()))
        {
            endpoint.AllocatedEndpoint = new(endpoint, "localhost", endpoint.Port ?? port++);
        }

        return new(builder.Resources);
    }

    public T Find<T>(string name)
        where T : IResource => Assert.IsAssignableFrom<T>(_resources.Single(resource => resource.Name == name));

    public async Task<IReadOnlyDictionary<string, string>> EnvironmentAsync(string name) =>
        await Find<IResourceWithEnvironment>(name).GetEnvironmentVariableValuesAsync();

    public IEnumerable<string> WaitsOf(string name) =>
        Find<IResource>(name).Annotations.OfType<WaitAnnotation>().Select(wait => wait.Resource.Name);

    public int? PortOf(string name, string endpoint) =>
        Find<IResource>(name).Annotations.OfType<EndpointAnnotation>().Single(annotation => annotation.Name == endpoint).Port;
}
