using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AspireMl.Modeling.Documents.Readers;
using AspireMl.Modeling.Documents.Readers.LayoutLm;
using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Modeling.Tests.Documents.Readers.LayoutLm;

/// <summary>The card and the sample of docs/layoutlmv3.md make a package that opens.</summary>
public sealed class LayoutLmDocumentationTests
{
    readonly string _page = File.ReadAllText(Path.Combine(Root(), "docs", "layoutlmv3.md"));

    [Fact]
    public void The_documented_card_and_sample_make_a_package_that_opens()
    {
        // The tokenizer splits 12.50 at its point; the first part decides, and the word is taken whole.
        using var model = new TestModel("12").Logits("12", 20, 20);
        var folder = model.Package(files => files["sample.json"] = Encoding.UTF8.GetBytes(Block("sample"))).Folder;
        var card = Regex.Replace(Block("card"), "<sha-256 of (.*?)>", match => Hash(Path.Combine(folder, match.Groups[1].Value)));
        File.WriteAllText(Path.Combine(folder, "model.json"), card);

        using var reader = DocumentReaders.Open(ModelPackage.Open(folder));

        Assert.Equal("my-layoutlmv3", reader.Card.Name);
    }

    [Fact]
    public void The_documented_defaults_are_the_real_ones()
    {
        using var model = new TestModel();
        var settings = LayoutLmSettings.Of(model.Package().Card);

        foreach (var (name, value) in new (string, double)[]
        {
            ("window", settings.Window), ("overlap", settings.Overlap), ("maxAnswerTokens", settings.MaxAnswerTokens),
            ("maxQuestionTokens", settings.MaxQuestionTokens), ("temperature", settings.Temperature), ("noAnswerThreshold", settings.NoAnswerThreshold),
        })
        {
            Assert.Contains($"| `{name}` | {value} |", _page, StringComparison.Ordinal);
        }
    }

    string Block(string name) => Regex.Match(_page, $"```json {name}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "AspireMl.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
