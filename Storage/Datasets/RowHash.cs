using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AspireMl.Contracts.Datasets;

namespace AspireMl.Storage.Datasets;

/// <summary>The canonical bytes of rows: big-endian, times in microseconds, one NaN, UTF-8 names ended by a zero byte.</summary>
public static class RowHash
{
    const int HeadBytes = sizeof(long) + 16;

    // RFC 9562 leaves version 8 to what an application makes of its own data.
    const int CustomVersion = 0x80;
    const int Variant = 0x80;

    /// <summary>The id that follows from a row's content, so that a row that is sent twice is kept once.</summary>
    public static Guid RowId(DateTimeOffset at, Guid? inferenceId, ReadOnlySpan<double> features, double target)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var bytes = new byte[Length(features.Length)];
        Write(bytes, at, inferenceId ?? Guid.Empty, features, target);
        SHA256.HashData(bytes, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | CustomVersion);
        hash[8] = (byte)((hash[8] & 0x3F) | Variant);
        return new(hash[..16], bigEndian: true);
    }

    /// <summary>The SHA-256 of rows in their order, with the names of the columns, in lower-case hex.</summary>
    public static string Of(DatasetSchema schema, IEnumerable<DatasetRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in schema.Features.Select(feature => feature.Name).Append(schema.Target.Name))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + '\0'));
        }

        var bytes = new byte[Length(schema.Features.Count)];
        foreach (var row in rows)
        {
            Write(bytes, row.At, row.RowId, row.Features, row.Target);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static int Length(int features) => HeadBytes + ((features + 1) * sizeof(double));

    static void Write(Span<byte> bytes, DateTimeOffset at, Guid id, ReadOnlySpan<double> features, double target)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes, (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        id.TryWriteBytes(bytes[sizeof(long)..], bigEndian: true, out _);
        bytes = bytes[HeadBytes..];
        foreach (var value in features)
        {
            WriteValue(bytes, value);
            bytes = bytes[sizeof(double)..];
        }

        WriteValue(bytes, target);
    }

    // Of the many bit patterns of NaN and the two of zero one counts.
    static void WriteValue(Span<byte> bytes, double value) =>
        BinaryPrimitives.WriteDoubleBigEndian(bytes, double.IsNaN(value) ? double.NaN : value == 0 ? 0 : value);
}
