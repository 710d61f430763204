using AspireMl.Modeling.Documents.Readers;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.Tabular;

namespace AspireMl.Inference.Api.Models;

/// <summary>Opens what answers. Calls are slow: they read weights and run samples.</summary>
interface IModelSource
{
    /// <summary>The packages that are installed, usable or not.</summary>
    IReadOnlyList<InstalledPackage> FindPackages();

    /// <summary>Opens what turns images into text, and reads a page of its own with it.</summary>
    IPagePreparation OpenPreparation();

    /// <summary>Opens the reader of a package and checks its answer to the package's sample.</summary>
    /// <exception cref="InvalidDataException">The package is not usable; the message says why.</exception>
    IDocumentReader OpenReader(InstalledPackage package);

    /// <summary>Opens the tabular model of a package and checks its answer to the package's sample.</summary>
    /// <exception cref="InvalidDataException">The package is not usable; the message says why.</exception>
    TabularModel OpenTabular(InstalledPackage package);

    /// <summary>Opens the image classifier of a package and checks its answer to the package's sample.</summary>
    /// <exception cref="InvalidDataException">The package is not usable; the message says why.</exception>
    ImageModel OpenImages(InstalledPackage package);
}
