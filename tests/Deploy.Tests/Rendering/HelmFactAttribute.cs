namespace AspireMl.Deploy.Tests.Rendering;

/// <summary>A test that needs Helm.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HelmFactAttribute : FactAttribute
{
    public HelmFactAttribute() => Skip = Tools.Missing;
}
