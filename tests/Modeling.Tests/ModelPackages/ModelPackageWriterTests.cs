using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Modeling.Tests.ModelPackages;

public sealed class ModelPackageWriterTests : IDisposable
{
    readonly TestPackage _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void The_same_content_gives_the_same_card_whatever_the_order_of_its_parts()
    {
        _package.Write();
        var first = Card();

        var settings = TestPackage.Card.Settings.Reverse().ToDictionary();
        var files = TestPackage.Files.Reverse().ToDictionary();
        _package.Write(TestPackage.Card with { Settings = settings }, files);

        Assert.Equal(first, Card());
    }

    [Fact]
    public void Hashes_and_tensors_come_from_the_files()
    {
        var card = ModelPackage.Open(_package.Write().Folder).Card;

        Assert.Equal(["graph.onnx", "words/list.txt"], card.Files.Keys);
        Assert.All(card.Files.Values, hash => Assert.Equal(64, hash.Length));
        Assert.Equal("x", Assert.Single(card.Inputs).Name);
        Assert.Equal([-1L, 1L], card.Inputs[0].Shape);
        Assert.Equal("float32", Assert.Single(card.Outputs).Type);
    }

    [Fact]
    public void A_card_ends_lines_with_line_feeds_only()
    {
        _package.Write();

        Assert.DoesNotContain('\r', Card());
        Assert.Contains("\n  \"name\": \"doubler\"", Card(), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_the_earlier_package_are_removed()
    {
        _package.Write().Write(files: new() { ["graph.onnx"] = TestPackage.Graph });

        Assert.Equal(["graph.onnx"], ModelPackage.Open(_package.Folder).Card.Files.Keys);
    }

    [Fact]
    public void A_file_that_belongs_to_no_package_is_left_and_named()
    {
        Directory.CreateDirectory(_package.Folder);
        File.WriteAllText(Path.Combine(_package.Folder, "notes.txt"), "mine");

        var refusal = Assert.Throws<ModelPackageException>(() => _package.Write());

        Assert.Equal("The file notes.txt is not named in model.json.", refusal.Message);
        Assert.True(File.Exists(Path.Combine(_package.Folder, "notes.txt")));
    }

    [Fact]
    public void A_graph_that_does_not_load_is_refused_before_anything_is_written()
    {
        var refusal = Assert.Throws<ModelPackageException>(() => _package.Write(files: new() { ["graph.onnx"] = new byte[] { 1, 2, 3 } }));

        Assert.Contains("not a graph that ONNX Runtime can load", refusal.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_package.Folder));
    }

    [Fact]
    public void A_path_that_leads_elsewhere_is_refused_before_anything_is_written()
    {
        var files = TestPackage.Files;
        files["../escaped.txt"] = "x"u8.ToArray();

        Assert.Throws<ModelPackageException>(() => _package.Write(files: files));
        Assert.False(File.Exists(_package.At("escaped.txt")));
        Assert.False(Directory.Exists(_package.Folder));
    }

    string Card() => File.ReadAllText(Path.Combine(_package.Folder, "model.json"));
}
