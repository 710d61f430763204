using AspireMl.Contracts.Models;
using AspireMl.Storage.Datasets;

namespace AspireMl.Storage.Tests.Datasets;

public sealed class SchemaChangesTests
{
    static readonly FeatureCard Height = SampleRows.Schema.Features[0];
    static readonly FeatureCard Recipe = SampleRows.Schema.Features[1];

    [Fact]
    public void Words_ranges_and_longer_lists_keep_the_meaning_of_rows()
    {
        var changed = SampleRows.Schema with
        {
            Time = "at",
            Features = [Height with { Unit = "mm", Maximum = 300, Missing = null }, Recipe with { Values = ["light", "dark", "espresso"] }],
            Target = new("quality", "points"),
        };

        Assert.True(SchemaChanges.KeepMeaning(SampleRows.Schema, changed));
    }

    [Fact]
    public void Other_features_kinds_orders_targets_and_shorter_lists_do_not()
    {
        Assert.All(
            [
                SampleRows.Schema with { Features = [Height] },
                SampleRows.Schema with { Features = [Recipe, Height] },
                SampleRows.Schema with { Features = [Height with { Name = "depth" }, Recipe] },
                SampleRows.Schema with { Features = [Height with { Kind = FeatureKinds.WholeNumber }, Recipe] },
                SampleRows.Schema with { Features = [Height, Recipe with { Values = ["dark", "light"] }] },
                SampleRows.Schema with { Features = [Height, Recipe with { Values = ["light"] }] },
                SampleRows.Schema with { Target = new("taste") },
                SampleRows.Schema with { Target = new("quality", Labels: ["bad", "good"]) },
            ],
            changed => Assert.False(SchemaChanges.KeepMeaning(SampleRows.Schema, changed)));
    }
}
