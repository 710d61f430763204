using System.IO.Compression;
using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Modeling.Tests.ModelPackages;

public sealed class PackageArchiveTests : IDisposable
{
    const int LinkAttributes = unchecked((int)0xA1FF0000);

    readonly TestPackage _package = new TestPackage().Write();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void An_archive_of_a_package_opens()
    {
        using var zip = new MemoryStream();
        ZipFile.CreateFromDirectory(_package.Folder, zip);
        zip.Position = 0;

        var package = ModelPackage.OpenArchive(zip, Target);

        Assert.Equal("doubler", package.Card.Name);
        Assert.Equal(Target, package.Folder);
        Assert.True(File.Exists(package.PathOf("words/list.txt")));
    }

    [Fact]
    public void A_package_gives_the_same_archive_wherever_it_lies_and_whenever_it_was_written()
    {
        var first = Archive(ModelPackage.Open(_package.Folder));
        File.SetLastWriteTimeUtc(Path.Combine(_package.Folder, "graph.onnx"), DateTime.UtcNow.AddDays(-3));
        Assert.Equal(first, Archive(ModelPackage.Open(_package.Folder)));

        var unpacked = ModelPackage.OpenArchive(new MemoryStream(first), Target);
        Assert.True(ModelPackage.IsSame(unpacked.Card, ModelPackage.Open(_package.Folder).Card));
        Assert.Equal(first, Archive(unpacked));
    }

    [Fact]
    public void Another_hash_or_another_word_makes_another_card()
    {
        var card = ModelPackage.Open(_package.Folder).Card;

        Assert.True(ModelPackage.IsSame(card, card with { Files = card.Files.Reverse().ToDictionary() }));
        Assert.False(ModelPackage.IsSame(card, card with { Description = "Trebles a number." }));
        Assert.False(ModelPackage.IsSame(card, card with { Files = card.Files.ToDictionary(file => file.Key, _ => new string('0', 64)) }));
    }

    [Theory]
    [InlineData("../escaped.txt")]
    [InlineData("/escaped.txt")]
    [InlineData("a/../../escaped.txt")]
    [InlineData("..\\escaped.txt")]
    public void An_entry_that_leads_elsewhere_is_refused(string name)
    {
        var refusal = RefusalException(zip => Add(zip, name));

        Assert.Contains("a file whose name is not allowed", refusal, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(_package.Folder)!, "escaped*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_link_is_refused() =>
        Assert.Equal(
            "link.txt is a link; a package holds plain files only.",
            RefusalException(zip => Add(zip, "link.txt").ExternalAttributes = LinkAttributes));

    [Fact]
    public void A_name_that_stands_twice_is_refused() =>
        Assert.Equal("The archive holds A.txt twice.", RefusalException(zip => { Add(zip, "a.txt"); Add(zip, "A.txt"); }));

    [Fact]
    public void Too_many_entries_are_refused() =>
        Assert.Equal(
            "The archive holds more than the 3 files that are allowed.",
            RefusalException(zip => { for (var i = 0; i < 9; i++) { Add(zip, $"file{i}"); } }, new() { MaxFiles = 3 }));

    [Fact]
    public void A_bomb_is_stopped_at_the_limit() =>
        Assert.Equal(
            "The archive unpacks to more than the 1000000 bytes that are allowed.",
            RefusalException(zip => Add(zip, "zeros.bin", new byte[8_000_000]), new() { MaxBytes = 1_000_000 }));

    [Fact]
    public void An_archive_without_a_card_is_refused() =>
        Assert.Equal("The package has no model.json.", RefusalException(zip => Add(zip, "graph.onnx")));

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public void A_file_that_is_no_archive_is_refused(int length)
    {
        using var zip = new MemoryStream(new byte[length]);

        Assert.Equal("The archive is not a readable .zip file.", Assert.Throws<ModelPackageException>(() => ModelPackage.OpenArchive(zip, Target)).Message);
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public void A_truncated_archive_is_refused()
    {
        using var whole = new MemoryStream();
        ZipFile.CreateFromDirectory(_package.Folder, whole);
        using var half = new MemoryStream(whole.ToArray()[..(int)(whole.Length / 2)]);

        Assert.Throws<ModelPackageException>(() => ModelPackage.OpenArchive(half, Target));
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public void A_folder_that_is_there_is_not_overwritten()
    {
        using var zip = new MemoryStream();
        ZipFile.CreateFromDirectory(_package.Folder, zip);
        zip.Position = 0;

        var refusal = Assert.Throws<ModelPackageException>(() => ModelPackage.OpenArchive(zip, _package.Folder));

        Assert.Contains("it is there already", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("doubler", ModelPackage.Open(_package.Folder).Card.Name);
    }

    string Target => _package.At("unpacked");

    string RefusalException(Action<ZipArchive> fill, PackageLimits? limits = null)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(zip);
        }

        stream.Position = 0;
        var refusal = Assert.Throws<ModelPackageException>(() => ModelPackage.OpenArchive(stream, Target, limits));
        Assert.False(Directory.Exists(Target));
        return refusal.Message;
    }

    static byte[] Archive(ModelPackage package)
    {
        using var zip = new MemoryStream();
        package.WriteArchive(zip);
        return zip.ToArray();
    }

    static ZipArchiveEntry Add(ZipArchive zip, string name, byte[]? content = null)
    {
        var entry = zip.CreateEntry(name);
        using var stream = entry.Open();
        stream.Write(content ?? "text"u8.ToArray());
        return entry;
    }
}
