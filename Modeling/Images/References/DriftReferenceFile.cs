using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace AspireMl.Modeling.Images.References;

/// <summary>The binary form of a drift reference: a mark, the seed, four sizes, then the arrays, all little-endian.</summary>
static class DriftReferenceFile
{
    const int HeaderBytes = 8 + 8 + (4 * sizeof(int));
    const int MostComponents = 1000;
    const int MostEmbedding = 100_000;
    const int MostLabels = 10_000;

    static ReadOnlySpan<byte> Mark => "AMLDRIF1"u8;

    public static byte[] Write(DriftReference reference)
    {
        if (Defect(reference.EmbeddingSize, reference.Components, reference.LabelCount, reference.Images) is { } defect)
        {
            throw new ArgumentException(defect, nameof(reference));
        }

        if (reference.Projections.Length != reference.Images * reference.Components || reference.Probabilities.Length != reference.Images * reference.LabelCount
            || reference.Labels.Any(label => label < 0 || label >= reference.LabelCount))
        {
            throw new ArgumentException("The projections, probabilities and labels of a reference do not fit each other.", nameof(reference));
        }

        var bytes = new byte[Length(reference.Components, reference.LabelCount, reference.Images)];
        Mark.CopyTo(bytes);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), reference.Seed);
        ReadOnlySpan<int> sizes = [reference.EmbeddingSize, reference.Components, reference.LabelCount, reference.Images];
        Copy(sizes, bytes.AsSpan(16));
        var rest = bytes.AsSpan(HeaderBytes);
        Copy(MemoryMarshal.Cast<float, int>(reference.Projections), rest);
        rest = rest[(sizeof(float) * reference.Projections.Length)..];
        Copy(MemoryMarshal.Cast<float, int>(reference.Probabilities), rest);
        Copy(reference.Labels, rest[(sizeof(float) * reference.Probabilities.Length)..]);
        return bytes;
    }

    public static DriftReference Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes || !bytes.StartsWith(Mark))
        {
            throw new InvalidDataException("It does not begin as one.");
        }

        var sizes = Numbers(bytes[16..HeaderBytes]);
        var (embedding, components, labels, images) = (sizes[0], sizes[1], sizes[2], sizes[3]);
        if (Defect(embedding, components, labels, images) is { } defect)
        {
            throw new InvalidDataException(defect);
        }

        if (bytes.Length != Length(components, labels, images))
        {
            throw new InvalidDataException($"It has {bytes.Length} bytes where {Length(components, labels, images)} are needed.");
        }

        var numbers = Numbers(bytes[HeaderBytes..]).AsSpan();
        var (projections, probabilities) = (images * components, images * labels);
        var own = numbers[(projections + probabilities)..].ToArray();
        return own.All(label => label >= 0 && label < labels)
            ? new()
            {
                Seed = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
                EmbeddingSize = embedding,
                Components = components,
                LabelCount = labels,
                Projections = MemoryMarshal.Cast<int, float>(numbers[..projections]).ToArray(),
                Probabilities = MemoryMarshal.Cast<int, float>(numbers.Slice(projections, probabilities)).ToArray(),
                Labels = own,
            }
            : throw new InvalidDataException("It holds a label that is not one of the model's.");
    }

    static string? Defect(int embedding, int components, int labels, int images) =>
        embedding is < 1 or > MostEmbedding || components is < 1 or > MostComponents || labels is < 1 or > MostLabels || images is < 1 or > DriftReference.MostImages
            ? $"A reference has 1 to {DriftReference.MostImages} images, {MostLabels} labels, {MostEmbedding} components of an embedding and {MostComponents} of a projection."
            : null;

    static long Length(int components, int labels, int images) => HeaderBytes + (sizeof(int) * (long)images * (components + labels + 1));

    static void Copy(ReadOnlySpan<int> numbers, Span<byte> bytes)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes[(sizeof(int) * i)..], numbers[i]);
        }
    }

    static int[] Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = new int[bytes.Length / sizeof(int)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(sizeof(int) * i)..]);
        }

        return numbers;
    }
}
