using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting.Dashboard;

internal static class DashboardExtensions
{
    /// <summary>The page answers before the first resource starts.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services) => services
        .AddHostedService<DashboardServer>()
        .AddHostedService(provider => provider.GetRequiredService<Orchestrator>());
}
