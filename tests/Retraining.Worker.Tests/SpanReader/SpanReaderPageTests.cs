using System.Globalization;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Retraining.Worker.SpanReader;
using AspireMl.Testing;

namespace AspireMl.Retraining.Worker.Tests.SpanReader;

/// <summary>docs/span-reader.md and the card that ships say what training does.</summary>
public sealed class SpanReaderPageTests
{
    static readonly RankerOptions Options = new();

    [Fact]
    public void The_page_says_of_how_many_generated_documents_the_reader_learns()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "span-reader.md"));

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $" {Options.GeneratedDocuments:N0} generated documents:"), page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_card_has_the_version_that_training_gives()
    {
        Assert.Equal(Options.Version, ModelPackage.Open(Path.Combine(RepositoryRoot.Path, "models", "span-reader")).Card.Version);
    }
}
