namespace AspireMl.Testing;

/// <summary>How a program ended and what it wrote.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">What it wrote to its output.</param>
/// <param name="Errors">What it wrote to its errors.</param>
public sealed record ToolResult(int ExitCode, string Output, string Errors)
{
    /// <summary>What it wrote to both streams.</summary>
    public string Written => Output + Errors;
}
