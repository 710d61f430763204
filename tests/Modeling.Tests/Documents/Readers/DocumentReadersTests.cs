using AspireMl.Contracts.Models;
using AspireMl.Modeling.Documents.Readers;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Tests.ModelPackages;

namespace AspireMl.Modeling.Tests.Documents.Readers;

public sealed class DocumentReadersTests
{
    [Theory]
    [InlineData(ModelTasks.TabularRegression, "doubler", true, "doubler is a package for tabular-regression; one for document-question is needed.")]
    [InlineData(ModelTasks.DocumentQuestion, "doubler", true, "No document reader is known for the architecture doubler;")]
    [InlineData(ModelTasks.DocumentQuestion, "layoutlmv3", false, "model.json names no sample;")]
    public void A_package_that_is_no_document_reader_is_refused(string task, string architecture, bool sampled, string sentence)
    {
        using var folder = new TestPackage();
        var files = TestPackage.Files;
        files["sample.json"] = new DocumentSample("what", new([]), null).ToBytes();
        folder.Write(TestPackage.Card with { Task = task, Architecture = architecture, Sample = sampled ? "sample.json" : null }, files);
        var package = ModelPackage.Open(folder.Folder);

        Assert.StartsWith(sentence, Assert.Throws<ModelPackageException>(() => DocumentReaders.Open(package)).Message, StringComparison.Ordinal);
    }
}
