namespace AspireMl.AppHost;

/// <summary>One line for each address that a person may open, once it answers.</summary>
internal static class AnnouncementExtensions
{
    public static IResourceBuilder<ProjectResource> WithAnnouncement(this IResourceBuilder<ProjectResource> project) =>
        project.OnResourceReady((resource, _, _) => WriteAsync(resource.Name, project.GetEndpoint("http").Url));

    public static void AnnounceDashboard(this IDistributedApplicationBuilder builder) =>
        builder.Eventing.Subscribe<AfterResourcesCreatedEvent>((_, _) => WriteAsync("dashboard", builder.Configuration["ASPNETCORE_URLS"]));

    static Task WriteAsync(string name, string? address) => Console.Out.WriteLineAsync($"{name,-19}{address}");
}
