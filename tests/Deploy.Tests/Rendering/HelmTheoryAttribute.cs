namespace AspireMl.Deploy.Tests.Rendering;

/// <summary>A test that needs Helm, for several sets of values.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HelmTheoryAttribute : TheoryAttribute
{
    public HelmTheoryAttribute() => Skip = Tools.Missing;

    /// <value>A further program that the test needs.</value>
    public string? Needs
    {
        get;
        set
        {
            field = value;
            var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
            Skip ??= folders.Any(folder => File.Exists(Path.Combine(folder, value!))) ? null : $"{value} is not installed.";
        }
    }
}
