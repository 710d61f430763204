using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;

namespace AspireMl.Contracts.Paging;

/// <summary>A place in a list, newest first: everything after it is older. Its text form is opaque to clients.</summary>
/// <param name="CreatedAt">Time of the last item that was listed, in whole microseconds.</param>
/// <param name="Id">Its id, which orders items of the same microsecond.</param>
public readonly record struct PageCursor(DateTimeOffset CreatedAt, Guid Id)
{
    const int Length = sizeof(long) + 16;

    /// <summary>The opaque text form: URL-safe, 32 characters.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, CreatedAt.UtcTicks);
        Id.TryWriteBytes(bytes[sizeof(long)..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads the text form.</summary>
    /// <returns>False when the text is not a cursor.</returns>
    public static bool TryParse(string? text, out PageCursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[Length];
        if (text?.Length != Base64Url.GetEncodedLength(Length)
            || Base64Url.DecodeFromChars(text, bytes, out _, out var written) != OperationStatus.Done
            || written != Length)
        {
            return false;
        }

        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < DateTimeOffset.MinValue.UtcTicks || ticks > DateTimeOffset.MaxValue.UtcTicks)
        {
            return false;
        }

        cursor = new(new(ticks, TimeSpan.Zero), new(bytes[sizeof(long)..]));
        return true;
    }
}
