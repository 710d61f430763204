using AspireMl.Modeling.Documents.Readers.SpanReader;

namespace AspireMl.Modeling.Tests.Documents.Readers.SpanReader;

public sealed class SpanFeaturesTests
{
    [Fact]
    public void Every_feature_has_a_name_of_its_own()
    {
        Assert.Equal(SpanFeatures.Count, SpanFeatures.Names.Distinct().Count());
    }

    [Fact]
    public void Every_value_is_a_number()
    {
        var analysis = DocumentAnalysis.Of(Pages.Receipt());
        var rows = new float[analysis.Candidates.Length * SpanFeatures.Count];

        analysis.WriteFeatures(analysis.Match("What is the total?"), rows);

        Assert.All(rows, value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void A_label_that_the_question_names_matches_best()
    {
        var analysis = DocumentAnalysis.Of(Pages.Receipt());
        var match = analysis.Match("What is the inv no?");
        var right = Array.FindIndex(analysis.Candidates, candidate => candidate.Text == "INV-2024-0017");
        var wrong = Array.FindIndex(analysis.Candidates, candidate => candidate.Text == "17/03/2024");

        Assert.Equal(0, match.RankOf(match.Of(analysis.Labels[right].Inline)));
        Assert.True(match.Of(analysis.Labels[right].Inline).Strength > match.Of(analysis.Labels[wrong].Left).Strength);
    }

    [Fact]
    public void Chosen_rows_equal_the_same_rows_of_all()
    {
        var analysis = DocumentAnalysis.Of(Pages.Receipt());
        var match = analysis.Match("When was it issued?");
        var all = new float[analysis.Candidates.Length * SpanFeatures.Count];
        var one = new float[SpanFeatures.Count];

        analysis.WriteFeatures(match, all);
        analysis.WriteFeatures(match, [7], one);

        Assert.Equal(all.AsSpan(7 * SpanFeatures.Count, SpanFeatures.Count).ToArray(), one);
    }
}
