namespace Aspire.Hosting.Orchestration;

internal static class ContainersRefused
{
    /// <summary>Containers need the real packages and a container runtime.</summary>
    /// <exception cref="DistributedApplicationException">The application has a container in it.</exception>
    public static void Check(DistributedApplicationModel model)
    {
        var containers = model.Resources.OfType<ContainerResource>().Select(container => $"'{container.Name}'").ToList();
        if (containers.Count > 0)
        {
            throw new DistributedApplicationException(
                $"This build, made from a package feed without Aspire, runs no containers, and the application needs {string.Join(", ", containers)}. "
                + "Start it with --Infrastructure embedded, where a connection string (ConnectionStrings:database=...) puts a server of yours in the place of a part, or build with a complete package feed.");
        }
    }
}
