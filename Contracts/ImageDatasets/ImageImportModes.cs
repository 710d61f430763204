namespace AspireMl.Contracts.ImageDatasets;

/// <summary>What an import does with the entries that are there.</summary>
public static class ImageImportModes
{
    /// <summary>The new version has the imported entries only.</summary>
    public const string Replace = "replace";

    /// <summary>The new version has the imported entries and those of the newest version whose paths are others.</summary>
    public const string Add = "add";

    /// <summary>Both.</summary>
    public static IReadOnlyList<string> All { get; } = [Replace, Add];
}
