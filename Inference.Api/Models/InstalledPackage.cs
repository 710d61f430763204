using AspireMl.Contracts.Models;

namespace AspireMl.Inference.Api.Models;

/// <summary>A model package in a folder.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Card">Its card, or null when that cannot be read.</param>
/// <param name="Defect">Why it is not usable, or null.</param>
sealed record InstalledPackage(string Folder, ModelCard? Card, string? Defect = null)
{
    /// <summary>SHA-256 of the archive in the object store that is unpacked to the folder when it is needed; null when the folder is there.</summary>
    public string? Archive { get; init; }

    /// <summary>The model's name; the folder's when the card does not say it.</summary>
    public string Name => Card?.Name ?? Path.GetFileName(Folder);

    /// <summary>The version's number; empty when the card does not say it.</summary>
    public string Version => Card?.Version ?? "";
}
