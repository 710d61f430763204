namespace Aspire.Hosting.Orchestration;

internal static class OrchestrationExtensions
{
    public static IServiceCollection AddOrchestration(this IServiceCollection services)
    {
        services.AddSingleton<HealthWatch>();
        services.AddSingleton<Orchestrator>();
        services.AddSingleton(provider => new ResourceCommandService(provider.GetRequiredService<Orchestrator>()));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(90));
        return services;
    }
}
