using AspireMl.Modeling.Images.References;
using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Modeling.Tests.Images;

public sealed class DriftReferenceTests : IDisposable
{
    readonly ColourNetwork _network = new();

    static DriftReference Reference => new()
    {
        Seed = ulong.MaxValue,
        EmbeddingSize = 192,
        Components = 2,
        LabelCount = 3,
        Projections = [1, -2, float.MinValue, 0.5f],
        Probabilities = [0.5f, 0.25f, 0.25f, 0, 1, 0],
        Labels = [2, 1],
    };

    public void Dispose() => _network.Dispose();

    [Fact]
    public void What_is_written_is_read()
    {
        var bytes = Reference.ToBytes();

        var read = DriftReference.Read(bytes);

        Assert.Equal((ulong.MaxValue, 192, 2, 3, 2), (read.Seed, read.EmbeddingSize, read.Components, read.LabelCount, read.Images));
        Assert.Equal(Reference.Projections, read.Projections);
        Assert.Equal(Reference.Probabilities, read.Probabilities);
        Assert.Equal(Reference.Labels, read.Labels);
        Assert.Equal(bytes, read.ToBytes());
    }

    [Fact]
    public void A_reference_travels_in_its_package()
    {
        var card = ColourNetwork.Card with { Image = ColourNetwork.Image with { Reference = "reference.bin" } };
        using var zip = new MemoryStream();
        _network.Write(card: card, more: new() { ["reference.bin"] = Reference.ToBytes() }).WriteArchive(zip);
        zip.Position = 0;

        Assert.Equal(Reference.Labels, DriftReference.OfArchive(zip)!.Labels);
        Assert.Null(DriftReference.Of(_network.Write()));
    }

    [Fact]
    public void Bytes_that_are_no_reference_are_refused_with_a_sentence()
    {
        var good = Reference.ToBytes();
        byte[][] broken = [[], good[..20], good[..^1], [.. good, 0], [.. "AMLDRIF2"u8, .. good[8..]], With(16 + 12, 255), With(good.Length - 1, 1)];

        Assert.All(broken, bytes => Assert.EndsWith(".", Assert.Throws<InvalidDataException>(() => DriftReference.Read(bytes)).Message, StringComparison.Ordinal));

        var card = ColourNetwork.Card with { Image = ColourNetwork.Image with { Reference = "reference.bin" } };
        var package = _network.Write(card: card, more: new() { ["reference.bin"] = good.AsMemory(0, 20) });
        Assert.StartsWith("reference.bin is not a drift reference", Assert.Throws<ModelPackageException>(() => DriftReference.Of(package)).Message, StringComparison.Ordinal);

        byte[] With(int at, byte value)
        {
            byte[] changed = [.. good];
            changed[at] = value;
            return changed;
        }
    }

    [Fact]
    public void Arrays_that_do_not_fit_each_other_are_not_written()
    {
        Assert.Throws<ArgumentException>(() => (Reference with { Projections = [1] }).ToBytes());
        Assert.Throws<ArgumentException>(() => (Reference with { Labels = [0, 3] }).ToBytes());
        Assert.Throws<ArgumentException>(() => (Reference with { Components = 0 }).ToBytes());
    }
}
