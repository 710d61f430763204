using System.Buffers.Binary;
using System.Security.Cryptography;
using AspireMl.Storage.Datasets;

namespace AspireMl.Storage.Tests.Datasets;

public sealed class RowHashTests
{
    [Fact]
    public void The_hash_is_that_of_the_bytes_that_its_description_says()
    {
        var row = SampleRows.Create(5);
        using var bytes = new MemoryStream();
        bytes.Write("height\0recipe\0quality\0"u8);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, row.At.ToUnixTimeMilliseconds() * 1000);
        bytes.Write(number);
        bytes.Write(Convert.FromHexString(row.RowId.ToString("N")));
        foreach (var value in new[] { double.NaN, 1, 400 })
        {
            BinaryPrimitives.WriteDoubleBigEndian(number, value);
            bytes.Write(number);
        }

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())), RowHash.Of(SampleRows.Schema, [row]));
    }

    [Fact]
    public void The_same_content_has_the_same_id_and_any_change_another()
    {
        var at = SampleRows.Start;
        var id = RowHash.RowId(at, null, [1, double.NaN], 3);

        Assert.Equal(8, id.Version);
        Assert.Equal(id, RowHash.RowId(at.ToOffset(TimeSpan.FromHours(2)), null, [1, -double.NaN], 3));
        Guid[] others =
        [
            RowHash.RowId(at.AddMicroseconds(1), null, [1, double.NaN], 3), RowHash.RowId(at, Guid.NewGuid(), [1, double.NaN], 3),
            RowHash.RowId(at, null, [1, 0], 3), RowHash.RowId(at, null, [1, double.NaN], 4),
        ];
        Assert.DoesNotContain(id, others);
        Assert.Equal(RowHash.RowId(at, null, [0.0], 3), RowHash.RowId(at, null, [-0.0], 3));
    }
}
