using System.Buffers.Binary;

namespace AspireMl.Inference.Api.Tabular;

/// <summary>The ids of rows that were asked about together.</summary>
static class InferenceIds
{
    // The variant's two bits stand above the counted ones.
    const ulong Counted = ulong.MaxValue >> 2;

    /// <summary>
    /// Ids that follow from the first one, so that the rows of a job have the same ids however often it is done. They
    /// are the first id with its last 62 bits, random in UUID v7, counted up.
    /// </summary>
    public static Guid[] From(Guid first, int count)
    {
        Span<byte> bytes = stackalloc byte[16];
        first.TryWriteBytes(bytes, bigEndian: true, out _);
        var low = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        var ids = new Guid[count];
        for (var i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (low & ~Counted) | ((low + (ulong)i) & Counted));
            ids[i] = new(bytes, bigEndian: true);
        }

        return ids;
    }
}
