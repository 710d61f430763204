namespace AspireMl.Frontend.Blazor.Services;

/// <summary>What the services are called in the AppHost.</summary>
internal sealed class ServiceNames(IConfiguration configuration)
{
    public const string Inference = "inference-api";
    public const string Monitoring = "monitoring-worker";
    public const string Retraining = "retraining-worker";
    public const string Simulator = "simulator";

    /// <summary>Those that may be asked; the simulator is not there in every house.</summary>
    public IReadOnlyList<string> All { get; } =
        configuration.GetSection($"services:{Simulator}").Exists() ? [Inference, Monitoring, Retraining, Simulator] : [Inference, Monitoring, Retraining];
}
