using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;
using Google.Protobuf;

namespace AspireMl.Modeling.Tests.ModelPackages;

/// <summary>Large graphs keep their weights in files beside them. Such a file must be one of the package's.</summary>
public sealed class ExternalDataTests : IDisposable
{
    readonly TestPackage _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void Weights_in_a_file_of_the_package_are_read()
    {
        _package.Write();
        Place("weights.bin");
        File.WriteAllBytes(Path.Combine(_package.Folder, "weights.bin"), BitConverter.GetBytes(2f));
        Hash("weights.bin");

        using var session = ModelPackage.Open(_package.Folder).OpenGraph();

        Assert.Equal(["x"], session.InputNames);
    }

    [Fact]
    public void Weights_in_a_file_of_the_package_are_read_when_tensors_within_the_graph_are_wanted()
    {
        _package.Write();
        Place("weights.bin");
        File.WriteAllBytes(Path.Combine(_package.Folder, "weights.bin"), BitConverter.GetBytes(2f));
        Hash("weights.bin");
        var package = ModelPackage.Open(_package.Folder);
        var model = package.ReadGraph();
        model.Graph.Node.Insert(0, new NodeProto { OpType = "Neg", Input = { "x" }, Output = { "inner" } });

        using var session = package.OpenGraph(model, ["inner", "y"]);

        Assert.Equal(["y", "inner"], session.OutputNames);
    }

    [Fact]
    public void Weights_outside_of_the_package_are_refused_when_tensors_within_the_graph_are_wanted()
    {
        _package.Write();
        File.WriteAllBytes(_package.At("weights.bin"), BitConverter.GetBytes(2f));
        Place("../weights.bin");
        var package = ModelPackage.Open(_package.Folder);
        var model = package.ReadGraph();
        model.Graph.Node.Insert(0, new NodeProto { OpType = "Neg", Input = { "x" }, Output = { "inner" } });

        var refusal = Assert.Throws<ModelPackageException>(() => package.OpenGraph(model, ["inner"]));

        Assert.Equal("graph.onnx keeps data in '../weights.bin', which is not among files.", refusal.Message);
    }

    [Theory]
    [InlineData("../weights.bin")]
    [InlineData("words/../../weights.bin")]
    [InlineData("ABSOLUTE")]
    public void Weights_outside_of_the_package_are_refused(string location)
    {
        _package.Write();
        File.WriteAllBytes(_package.At("weights.bin"), BitConverter.GetBytes(2f));
        Place(location == "ABSOLUTE" ? _package.At("weights.bin") : location);

        var refusal = Assert.Throws<ModelPackageException>(() => ModelPackage.Open(_package.Folder).OpenGraph());

        Assert.StartsWith("graph.onnx is not a graph that ONNX Runtime can load", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_in_a_file_that_the_card_does_not_name_are_refused()
    {
        _package.Write();
        Place("weights.bin");
        File.WriteAllBytes(Path.Combine(_package.Folder, "weights.bin"), BitConverter.GetBytes(2f));

        Assert.Equal("The file weights.bin is not named in model.json.", _package.RefusalException().Message);
    }

    // Moves the constant of the graph into a file at this place.
    void Place(string location)
    {
        var model = ModelProto.Parser.ParseFrom(TestPackage.Graph);
        var tensor = model.Graph.Initializer.Single();
        tensor.ClearRawData();
        tensor.DataLocation = TensorProto.Types.DataLocation.External;
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = location });
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "length", Value = "4" });
        File.WriteAllBytes(Path.Combine(_package.Folder, "graph.onnx"), model.ToByteArray());
        Hash("graph.onnx");
    }

    void Hash(string file) => _package.EditCard(card => card["files"]![file] = PackageFiles.Hash(_package.Folder, file));
}
