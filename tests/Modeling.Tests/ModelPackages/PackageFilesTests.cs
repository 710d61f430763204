namespace AspireMl.Modeling.Tests.ModelPackages;

public sealed class PackageFilesTests : IDisposable
{
    readonly TestPackage _package = new TestPackage().Write();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void A_changed_file_is_named()
    {
        File.AppendAllText(In("words/list.txt"), "three\n");

        Assert.Equal("The file words/list.txt is not the one that model.json names: its SHA-256 differs.", _package.RefusalException().Message);
    }

    [Fact]
    public void Missing_and_extra_files_are_all_named()
    {
        File.Delete(In("words/list.txt"));
        File.WriteAllText(In("run.sh"), "");
        File.WriteAllText(In("words/.hidden"), "");

        Assert.Equal(
            [
                "The file words/list.txt is missing.",
                "The file run.sh is not named in model.json.",
                "The file words/.hidden is not named in model.json.",
            ],
            _package.RefusalException().Defects);
    }

    [Fact]
    public void A_link_to_a_file_is_refused()
    {
        File.Move(In("words/list.txt"), _package.At("list.txt"));
        File.CreateSymbolicLink(In("words/list.txt"), _package.At("list.txt"));

        Assert.Equal("words/list.txt is a link; a package holds plain files only.", _package.RefusalException().Message);
    }

    [Fact]
    public void A_link_to_a_folder_is_not_entered()
    {
        Directory.CreateSymbolicLink(In("loop"), _package.Folder);

        Assert.Equal("loop is a link; a package holds plain files only.", _package.RefusalException().Message);
    }

    [Fact]
    public void A_file_deep_below_is_found()
    {
        var deep = In(string.Join('/', Enumerable.Repeat("d", 20)));
        Directory.CreateDirectory(deep);
        File.WriteAllText(Path.Combine(deep, "x"), "");

        Assert.Contains("d/x is not named in model.json", _package.RefusalException().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_too_many_files_is_refused()
    {
        for (var i = 0; i < 20; i++)
        {
            File.WriteAllText(In($"file{i}"), "");
        }

        Assert.Equal("The folder holds more than the 4 files that are allowed.", _package.RefusalException(new() { MaxFiles = 4 }).Message);
    }

    [Fact]
    public void A_package_that_is_too_large_is_refused() =>
        Assert.Contains("at most 16 are allowed", _package.RefusalException(new() { MaxBytes = 16 }).Message, StringComparison.Ordinal);

    [Fact]
    public void A_card_with_too_many_files_is_refused() =>
        Assert.Equal("The package has 2 files; at most 1 are allowed.", _package.RefusalException(new() { MaxFiles = 1 }).Message);

    string In(string file) => Path.Combine(_package.Folder, file);
}
