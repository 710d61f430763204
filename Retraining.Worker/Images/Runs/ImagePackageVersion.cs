using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AspireMl.Retraining.Worker.Images.Runs;

/// <summary>The version of a retrained classifier: it follows from the images, the backbone and the settings alone, so that a repeated run makes the same package.</summary>
internal static class ImagePackageVersion
{
    const int HashCharacters = 8;

    /// <summary>A semantic version such as <c>1.12.0-h3fa9c1d2</c>; a later version of the dataset gives a higher one.</summary>
    public static string Of(ImageRunInput input)
    {
        var settings = JsonSerializer.Serialize(input.Request.Training, JsonSerializerOptions.Web);
        var content = $"{input.Version.ManifestHash} {input.Backbone.Card.Name} {input.Backbone.Card.Version} {input.Seed} {settings}";
        // The letter keeps a hash of digits alone from being read as a number, which may not begin with a zero.
        return $"1.{input.Version.Number}.0-h{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..HashCharacters]}";
    }
}
