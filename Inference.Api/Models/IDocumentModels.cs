using AspireMl.Contracts.Models;
using AspireMl.Modeling.Documents.Readers;

namespace AspireMl.Inference.Api.Models;

/// <summary>Opens what answers document questions. Calls are slow: they read weights and run samples.</summary>
interface IDocumentModels
{
    /// <summary>The packages that are installed, usable or not.</summary>
    IReadOnlyList<InstalledPackage> FindPackages();

    /// <summary>Opens what turns images into text, and reads a page of its own with it.</summary>
    IPagePreparation OpenPreparation();

    /// <summary>Opens the reader of a package and checks its answer to the package's sample.</summary>
    /// <exception cref="InvalidDataException">The package is not usable; the message says why.</exception>
    IDocumentReader OpenReader(InstalledPackage package);
}

/// <summary>A model package in a folder.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Card">Its card, or null when that cannot be read.</param>
/// <param name="Defect">Why it is not usable, or null.</param>
sealed record InstalledPackage(string Folder, ModelCard? Card, string? Defect = null)
{
    /// <summary>The model's name; the folder's when the card does not say it.</summary>
    public string Name => Card?.Name ?? Path.GetFileName(Folder);
}
