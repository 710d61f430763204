using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Models;
using AspireMl.Modeling.Tests.Images;

namespace AspireMl.Inference.Api.Tests.Harness;

/// <summary>Packages that tell red, green and blue.</summary>
static class ImagePackages
{
    public const string Name = "colours";

    /// <summary>Its graph takes any number of images, and it can explain.</summary>
    public static InstalledPackage Write(string version = "1.0.0") => Write(ColourNetwork.Card with { Version = version });

    /// <summary>It cannot explain and gives no embedding.</summary>
    public static InstalledPackage WriteMute() =>
        Write(ColourNetwork.Card with { Name = "mute-colours", Image = ColourNetwork.Image with { Maps = null, Embedding = null } });

    static InstalledPackage Write(ModelCard card)
    {
        // Its folder is left to the system, as those of other packages of the harness are.
        var package = new ColourNetwork().Write(card: card);
        return new(package.Folder, package.Card);
    }
}
