using AspireMl.Contracts.ImageDatasets;
using AspireMl.Retraining.Worker.ImageDatasets.Import;
using AspireMl.Retraining.Worker.Tests.Datasets;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Retraining.Worker.Tests.ImageDatasets;

[Collection(SharedDatasetService.Name)]
public sealed class FolderImportTests(DatasetService service) : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aspireml-images-");
    readonly string _name = $"folder-{Guid.NewGuid():N}";

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_folder_gives_the_same_version_as_a_zip_of_it_and_a_file_of_two_gigabytes_is_left_out()
    {
        Write("owl/a.jpg", Pictures.Jpeg(1));
        Write("finch/b.jpg", Pictures.Jpeg(2));
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "crow"));
        using (var large = File.Create(Path.Combine(_folder.FullName, "owl", "large.tif")))
        {
            large.SetLength(2L << 30);
        }

        var fromFolder = await ImportAsync();
        using var zip = Pictures.Zip(("finch/b.jpg", Pictures.Jpeg(2)), ("owl/a.jpg", Pictures.Jpeg(1)));
        var fromZip = await Importer.ImportZipAsync(zip, new(_name, "Ada", "zip"), default);

        Assert.Equal(["crow: The folder of this class is empty.", "owl/large.tif: It has more than 33,554,432 bytes."], fromFolder.Listed.Select(file => $"{file.Path}: {file.Reason}"));
        Assert.Equal((1, false), (fromZip.Version.Number, fromZip.IsNew));
    }

    [Fact]
    public async Task Links_missing_folders_and_too_many_files_are_refused()
    {
        var missing = await Assert.ThrowsAsync<InvalidDataException>(() => Importer.ImportFolderAsync(Path.Combine(_folder.FullName, "none"), new(_name, "Ada", "x"), default));
        Assert.Contains("There is no folder", missing.Message, StringComparison.Ordinal);

        Write("owl/a.jpg", Pictures.Jpeg(1));
        var many = Assert.Throws<InvalidDataException>(() => FolderFiles.Open(_folder.FullName, new() { MaxFiles = 1 }));
        Assert.Contains("more than 1 files", many.Message, StringComparison.Ordinal);

        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "owl", "b.jpg"), "/etc/hostname");
        var link = await Assert.ThrowsAsync<InvalidDataException>(ImportAsync);
        Assert.Contains("owl/b.jpg is a link", link.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Large_archives_count_their_entries_in_their_large_directory()
    {
        using var zip = Pictures.Zip(Enumerable.Range(0, 70_000).Select(number => ($"a/{number}", Array.Empty<byte>())));

        Assert.Equal(70_000, ZipDirectory.Count(zip, int.MaxValue));
        Assert.Equal(10, ZipDirectory.Count(zip, 10));
    }

    [Theory]
    [InlineData("a/owl/1.jpg", "a/finch/2.jpg", "owl")]
    [InlineData("owl/1.jpg", "finch/2.jpg", "owl")]
    [InlineData("training/owl/1.jpg", "finch/2.jpg", "owl")]
    [InlineData("set/training/owl/1.jpg", "set/testing/finch/2.jpg", "owl")]
    public void Classes_are_found_under_one_common_folder_or_none(string path, string other, string label) =>
        Assert.Equal((label, null), (new ClassFolders([path, other]).Read(path).Label, new ClassFolders([path, other]).Read(path).Defect));

    ImageImporter Importer => service.Worker.Services.GetRequiredService<ImageImporter>();

    Task<ImageImport> ImportAsync() => Importer.ImportFolderAsync(_folder.FullName, new(_name, "Ada", "folder"), default);

    void Write(string path, byte[] content)
    {
        var full = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
    }
}
