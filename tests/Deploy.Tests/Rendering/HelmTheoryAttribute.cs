namespace AspireMl.Deploy.Tests.Rendering;

/// <summary>A test that needs Helm, for several sets of values.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HelmTheoryAttribute : TheoryAttribute
{
    public HelmTheoryAttribute() => Skip = Tools.Missing;
}
