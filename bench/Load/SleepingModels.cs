using AspireMl.Inference.Api.Jobs;

[assembly: HostingStartup(typeof(AspireMl.Bench.Load.SleepingModels))]

namespace AspireMl.Bench.Load;

/// <summary>Puts the sleeping runner before the service's own, in the service's own process.</summary>
internal sealed class SleepingModels : IHostingStartup
{
    /// <summary>Has an Inference.Api that is started with them load this assembly.</summary>
    public static IEnumerable<(string Name, string Value)> Settings =>
    [
        ("DOTNET_STARTUP_HOOKS", typeof(SleepingModels).Assembly.Location),
        ("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", typeof(SleepingModels).Assembly.GetName().Name!),
    ];

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IJobRunner, SleepingRunner>());
}
