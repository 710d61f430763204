using System.Reflection;

namespace AspireMl.AppHost.Tests;

/// <summary>A test of what the AppHost does where it is built without Aspire's own packages and so runs no containers.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AirGappedFactAttribute : FactAttribute
{
    public AirGappedFactAttribute()
    {
        if (!typeof(Projects.AppHost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Any(attribute => attribute is { Key: "RunsContainers", Value: "false" }))
        {
            Skip = "This build uses Aspire's own packages and can run containers.";
        }
    }
}
