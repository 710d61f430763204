using System.Buffers.Binary;

namespace AspireMl.Modeling.Decoding;

/// <summary>Tells animated PNG apart, which decoders show as its first frame: it carries an <c>acTL</c> chunk before the pixels.</summary>
internal static class PngAnimation
{
    const int SignatureLength = 8, ChunkOverhead = 12;

    internal static bool IsAnimated(ReadOnlySpan<byte> png)
    {
        var rest = png[SignatureLength..];
        while (rest.Length >= ChunkOverhead)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            var type = rest[4..8];
            if (type.SequenceEqual("acTL"u8))
            {
                return true;
            }

            if (type.SequenceEqual("IDAT"u8) || length > rest.Length - ChunkOverhead)
            {
                return false;
            }

            rest = rest[(ChunkOverhead + (int)length)..];
        }

        return false;
    }
}
