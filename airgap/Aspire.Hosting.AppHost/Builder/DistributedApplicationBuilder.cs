using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Orchestration;
using Aspire.Hosting.Publishing;

namespace Aspire.Hosting;

public class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    /// <summary>Sees every builder that is about to be built on this flow of control; tests stop there.</summary>
    internal static readonly AsyncLocal<Action<DistributedApplicationBuilder>?> Building = new();

    /// <summary>The AppHost's assembly, where that is not the one that the process was started with.</summary>
    internal static readonly AsyncLocal<Assembly?> Program = new();

    readonly HostApplicationBuilder _host;

    internal DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        var project = options.ProjectFile;
        AppHostDirectory = Path.GetDirectoryName(project)!;
        _host = new(new HostApplicationBuilderSettings
        {
            Args = options.Args,
            ApplicationName = Path.GetFileNameWithoutExtension(project),
            ContentRootPath = Directory.Exists(AppHostDirectory) ? AppHostDirectory : null,
        });
        Configuration.AddCommandLine(options.Args ?? [], CommandLine.Switches);
        ExecutionContext = new(CommandLine.IsPublish(Configuration) ? DistributedApplicationOperation.Publish : DistributedApplicationOperation.Run);
        Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AppHost:Directory"] = AppHostDirectory,
            ["AppHost:OtlpApiKey"] = Configuration["AppHost:OtlpApiKey"] ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            // A published name must not depend on where the project lies on this machine.
            ["AppHost:Sha256"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
                ExecutionContext.IsPublishMode ? Path.GetFileName(project) : project.ToLowerInvariant()))),
        });

        Services.AddHealthChecks();
        Services.AddSingleton(ExecutionContext);
        Services.AddSingleton(Eventing);
        Services.AddSingleton(Resources);
        Services.AddSingleton<DistributedApplicationModel>();
        Services.AddSingleton<ManifestPublisher>();
        if (ExecutionContext.IsRunMode)
        {
            Services.AddOrchestration();
            Services.AddDashboard();
        }

        _host.Logging.AddSimpleConsole(console => console.SingleLine = true)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
    }

    public ConfigurationManager Configuration => _host.Configuration;

    public string AppHostDirectory { get; }

    public IHostEnvironment Environment => _host.Environment;

    public IServiceCollection Services => _host.Services;

    public IDistributedApplicationEventing Eventing { get; } = new DistributedApplicationEventing();

    public DistributedApplicationExecutionContext ExecutionContext { get; }

    public IResourceCollection Resources { get; } = new ResourceCollection();

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        if (Resources.Any(other => string.Equals(other.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new DistributedApplicationException($"Cannot add resource of type '{typeof(T)}' with name '{resource.Name}' because a resource with that name already exists.");
        }

        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource => new ResourceBuilder<T>(this, resource);

    public DistributedApplication Build()
    {
        Building.Value?.Invoke(this);
        return BuildCore();
    }

    internal DistributedApplication BuildCore() => new(_host.Build());
}
