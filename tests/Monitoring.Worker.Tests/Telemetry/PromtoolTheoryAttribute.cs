namespace AspireMl.Monitoring.Worker.Tests.Telemetry;

/// <summary>A theory that asks promtool; skipped, saying so, where it is not installed.</summary>
sealed class PromtoolTheoryAttribute : TheoryAttribute
{
    public PromtoolTheoryAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        Skip = folders.Any(folder => File.Exists(Path.Combine(folder, "promtool"))) ? null : "promtool is not installed.";
    }
}
