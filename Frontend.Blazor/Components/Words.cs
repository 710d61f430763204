namespace AspireMl.Frontend.Blazor.Components;

/// <summary>Names of the contract as people read them.</summary>
internal static class Words
{
    /// <summary>With a capital in front, and spaces for hyphens.</summary>
    public static string Title(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');
}
