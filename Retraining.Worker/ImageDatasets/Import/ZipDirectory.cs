using System.Buffers.Binary;

namespace AspireMl.Retraining.Worker.ImageDatasets.Import;

/// <summary>
/// Counts the entries of a .zip before its directory is read into memory, which a library does at once and without a bound.
/// </summary>
internal static class ZipDirectory
{
    const int EndBytes = 22;
    const int LongestComment = ushort.MaxValue;
    const int LocatorBytes = 20;
    const int HeaderBytes = 46;
    const uint EndSignature = 0x06054b50;
    const uint LocatorSignature = 0x07064b50;
    const uint HeaderSignature = 0x02014b50;

    /// <summary>Counts entries, but not further than asked.</summary>
    /// <param name="zip">Seekable.</param>
    /// <param name="most">Where to stop counting.</param>
    /// <exception cref="InvalidDataException">It is no .zip file.</exception>
    public static int Count(Stream zip, int most)
    {
        zip.Position = FindDirectory(zip);
        var header = new byte[HeaderBytes];
        var count = 0;
        while (count < most && zip.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) == HeaderBytes
            && BinaryPrimitives.ReadUInt32LittleEndian(header) == HeaderSignature)
        {
            count++;
            // Name, further fields and comment follow the header.
            zip.Seek(Short(header, 28) + Short(header, 30) + Short(header, 32), SeekOrigin.Current);
        }

        zip.Position = 0;
        return count;
    }

    static long FindDirectory(Stream zip)
    {
        var tail = new byte[Math.Min(zip.Length, EndBytes + LongestComment + LocatorBytes)];
        zip.Position = zip.Length - tail.Length;
        zip.ReadExactly(tail);
        for (var at = tail.Length - EndBytes; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == EndSignature)
            {
                var offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
                return Within(zip, offset == uint.MaxValue && at >= LocatorBytes ? FindLarge(zip, tail.AsSpan(at - LocatorBytes, LocatorBytes)) : offset);
            }
        }

        throw NoZip();
    }

    // A large archive says where its directory is in a further record, which a locator points at.
    static long FindLarge(Stream zip, ReadOnlySpan<byte> locator)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != LocatorSignature)
        {
            throw NoZip();
        }

        var record = new byte[56];
        zip.Position = Within(zip, BinaryPrimitives.ReadInt64LittleEndian(locator[8..]));
        return zip.ReadAtLeast(record, record.Length, throwOnEndOfStream: false) == record.Length
            ? BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48))
            : throw NoZip();
    }

    static long Within(Stream zip, long offset) => offset >= 0 && offset <= zip.Length ? offset : throw NoZip();

    static ushort Short(byte[] header, int at) => BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(at));

    static InvalidDataException NoZip() => new(ZipFiles.Unreadable);
}
