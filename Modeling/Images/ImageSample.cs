using System.Text.Json;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Modeling.Images;

/// <summary>An image whose label is known: the sample of a package for image classification, as JSON.</summary>
/// <param name="Image">The package's file with the image; PNG where probabilities are given, since decoders of other formats differ a little.</param>
/// <param name="Label">The label that must be the most probable one.</param>
/// <param name="Probabilities">The probability of each label, or null when only the label must be right.</param>
public sealed record ImageSample(string Image, string Label, IReadOnlyList<float>? Probabilities = null)
{
    const float Tolerance = 1e-3f;

    /// <summary>The sample as it stands in a package.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ModelPackageJson.Default.ImageSample);

    /// <summary>Reads the sample of a package.</summary>
    /// <exception cref="ModelPackageException">The card names none, or the file is not one.</exception>
    internal static ImageSample Of(ModelPackage package) => CardFile.ReadJson(
        package.Folder,
        package.Card.Sample ?? throw new ModelPackageException(
            "model.json names no sample; a package needs an image with a known label, so that the model can show that it works."),
        ModelPackageJson.Default.ImageSample);

    /// <summary>Shows the image to the model, with a heat map where it gives them.</summary>
    /// <returns>Components of the image's embedding.</returns>
    /// <exception cref="ModelPackageException">The image cannot be read, or is called something else.</exception>
    internal int Check(ImageModel model, ModelPackage package)
    {
        using var decoder = new ImageDecoder(new());
        using var image = Decode(decoder, File.ReadAllBytes(package.PathOf(Image)));
        var classified = model.Classify([image], model.CanExplain)[0];
        var answered = classified.Probabilities;
        var label = model.Labels[answered.AsSpan().IndexOf(answered.Max())];
        if (label != Label)
        {
            throw new ModelPackageException($"The sample of {package.Card.Name} {package.Card.Version} was called {CardRules.Shown(label)} instead of {CardRules.Shown(Label)}.");
        }

        if (Probabilities is not null && !(Probabilities.Count == answered.Length && Probabilities.Zip(answered).All(pair => MathF.Abs(pair.First - pair.Second) <= Tolerance)))
        {
            throw new ModelPackageException($"The sample of {package.Card.Name} {package.Card.Version} was answered with other probabilities than {package.Card.Sample} says.");
        }

        return classified.Embedding.Length;
    }

    DecodedImage Decode(ImageDecoder decoder, byte[] file)
    {
        try
        {
            return decoder.DecodeSingle(file);
        }
        catch (ImageRejectedException rejected)
        {
            throw new ModelPackageException($"The sample's image {CardRules.Shown(Image)} cannot be used: {rejected.Message}", rejected);
        }
    }
}
