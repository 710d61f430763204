using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport
    {
        if (dependency.Resource is IResourceWithParent { Parent: var parent })
        {
            builder.WithAnnotation(new WaitAnnotation(parent, WaitType.WaitUntilHealthy));
        }

        return builder.WithAnnotation(new WaitAnnotation(dependency.Resource, WaitType.WaitUntilHealthy));
    }

    public static IResourceBuilder<T> WithHealthCheck<T>(this IResourceBuilder<T> builder, string key)
        where T : IResource => builder.WithAnnotation(new HealthCheckAnnotation(key));

    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints
    {
        var expected = statusCode ?? (int)HttpStatusCode.OK;
        var scheme = endpointName ?? "http";
        var key = $"{builder.Resource.Name}_{scheme}_{path ?? "/"}_{expected}_check";
        var endpoint = builder.GetEndpoint(scheme);
        builder.ApplicationBuilder.Services.AddHealthChecks()
            .Add(new(key, _ => new Orchestration.HttpHealthCheck(endpoint, path ?? "/", expected), HealthStatus.Unhealthy, tags: null, TimeSpan.FromSeconds(5)));
        return builder.WithHealthCheck(key);
    }
}
