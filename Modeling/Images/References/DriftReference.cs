using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Modeling.Images.References;

/// <summary>
/// What images looked like to a model version when it was made: random projections of their embeddings (untrained
/// autoencoder, UAE), the probabilities of their labels (black-box shift detection, BBSD) and their labels. It travels in the version's
/// package, in the file that <c>image.reference</c> of the card names.
/// </summary>
public sealed record DriftReference
{
    /// <summary>Most images of a reference.</summary>
    public const int MostImages = 10_000;

    /// <summary>Seed of the projection; see <c>RandomProjection</c> of the statistics.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Components of an embedding before it is projected.</summary>
    public required int EmbeddingSize { get; init; }

    /// <summary>Components of a projection.</summary>
    public required int Components { get; init; }

    /// <summary>How many labels the model knows.</summary>
    public required int LabelCount { get; init; }

    /// <summary>Image by image, <see cref="Components"/> values each.</summary>
    public required float[] Projections { get; init; }

    /// <summary>Image by image, <see cref="LabelCount"/> values each.</summary>
    public required float[] Probabilities { get; init; }

    /// <summary>The place of each image's own label in the model's list.</summary>
    public required int[] Labels { get; init; }

    /// <summary>How many images there are.</summary>
    public int Images => Labels.Length;

    /// <summary>The reference as it stands in a package; the same content gives the same bytes.</summary>
    /// <exception cref="ArgumentException">The arrays do not fit each other.</exception>
    public byte[] ToBytes() => DriftReferenceFile.Write(this);

    /// <summary>Reads a reference.</summary>
    /// <exception cref="InvalidDataException">The bytes are none; the message says why.</exception>
    public static DriftReference Read(ReadOnlySpan<byte> bytes) => DriftReferenceFile.Read(bytes);

    /// <summary>Reads the reference of a package; null when its card names none.</summary>
    /// <exception cref="ModelPackageException">The file is not a reference.</exception>
    public static DriftReference? Of(ModelPackage package)
    {
        if (package.Card.Image?.Reference is not { } file)
        {
            return null;
        }

        try
        {
            return Read(File.ReadAllBytes(package.PathOf(file)));
        }
        catch (InvalidDataException unreadable)
        {
            throw new ModelPackageException($"{file} is not a drift reference: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>Reads the reference of a packed package; null when its card names none. Nothing of it stays on disk.</summary>
    /// <param name="zip">The archive, read from its position.</param>
    /// <exception cref="ModelPackageException">It is not a package, or the file is not a reference.</exception>
    public static DriftReference? OfArchive(Stream zip) => ModelPackage.OpenArchive(zip, Of);
}
