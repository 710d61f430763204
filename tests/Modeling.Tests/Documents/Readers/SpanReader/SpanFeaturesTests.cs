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
    public void A_label_under_its_value_is_compared_with_the_question()
    {
        var analysis = DocumentAnalysis.Of(Pages.Of(("7D", 60, 100), ("berth", 60, 122), ("P20", 400, 100), ("shelf", 400, 122)));
        var match = analysis.Match("Which shelf is it?");
        var right = Array.FindIndex(analysis.Candidates, candidate => candidate.Text == "P20");
        var wrong = Array.FindIndex(analysis.Candidates, candidate => candidate.Text == "7D");

        Assert.Equal("shelf", match.BestLine?.Text);
        Assert.Equal(1, match.Of(analysis.Labels[right].Below).Strength);
        Assert.True(match.Of(analysis.Labels[wrong].Below).Strength < 0.5);
    }

    [Fact]
    public void The_cell_of_a_table_stands_where_the_best_row_and_the_best_column_meet()
    {
        var analysis = DocumentAnalysis.Of(Pages.Of(
            ("Name", 60, 100), ("Shelf", 400, 100), ("Stock", 700, 100),
            ("Green tea", 60, 130), ("P20", 400, 130), ("17", 700, 130),
            ("Black tea", 60, 160), ("P21", 400, 160), ("23", 700, 160)));
        var match = analysis.Match("shelf of black tea");

        Assert.Equal(["P21"], Enumerable.Range(0, analysis.Candidates.Length)
            .Where(i => analysis.Candidates[i].Lines.Length == 1 && match.HeaderOf(analysis.Labels[i]).Strength == match.BestCell.Header && match.RowOf(analysis.Candidates[i].First).Labelled == match.BestCell.Row)
            .Select(i => analysis.Candidates[i].Text));
    }

    [Fact]
    public void The_cells_of_a_row_that_was_read_as_one_line_are_told_apart()
    {
        var analysis = DocumentAnalysis.Of(Pages.Of(
            ("Name", 60, 100), ("Shelf", 400, 100), ("Stock", 480, 100),
            ("Black tea", 60, 160), ("P21 23", 440, 160)));
        var match = analysis.Match("shelf of black tea");
        (float Strength, float, int) Header(string text) => match.HeaderOf(analysis.Labels[Array.FindIndex(analysis.Candidates, candidate => candidate.Text == text)]);

        Assert.True(Header("P21").Strength > Header("23").Strength);
    }

    [Fact]
    public void A_name_in_the_row_above_is_the_name_of_the_figures_under_it()
    {
        var analysis = DocumentAnalysis.Of(Pages.Of(("Wood screws", 60, 100), ("2 x 8.49", 90, 130), ("16.98", 700, 130), ("Paint brush", 60, 160), ("1 x 12.50", 90, 190), ("12.50", 700, 190)));
        var match = analysis.Match("How much are the wood screws?");
        (float, float) Above(string text) => match.NamedIn(analysis.Candidates.First(candidate => candidate.Text == text).First.Row - 1);

        Assert.Equal(1, Above("16.98").Item1);
        Assert.Equal((0, 0), Above("12.50"));
        Assert.Equal((0, 0), match.NamedIn(-1));
    }

    [Fact]
    public void A_code_before_what_it_belongs_to_is_in_its_row()
    {
        var analysis = DocumentAnalysis.Of(Pages.Of(("4711", 60, 100), ("Green tea", 400, 100)));
        var row = analysis.Match("code of green tea").RowOf(analysis.Layout.Lines[0]);

        Assert.Equal((0, 1), (row.Left, row.Right));
    }

    [Fact]
    public void A_block_is_headed_by_the_label_over_it()
    {
        var analysis = DocumentAnalysis.Of(Pages.Of(("Consignee", 60, 100), ("Anna Berg", 60, 122), ("7 Mill Road", 60, 144), ("Northwind Ltd", 600, 300), ("12 High Street", 600, 322)));
        var match = analysis.Match("Where does the consignee live?");
        float Head(string text) => match.HeadOf(analysis.Layout.Lines.Single(line => line.Text == text)).Strength;

        Assert.True(Head("7 Mill Road") > 0.5);
        Assert.Equal(Head("Anna Berg"), Head("7 Mill Road"));
        Assert.True(Head("12 High Street") < Head("7 Mill Road"));
    }

    [Fact]
    public void Words_that_the_page_lacks_do_not_weaken_a_label()
    {
        var analysis = DocumentAnalysis.Of(Pages.Of(("shelf", 60, 100), ("P20", 60, 122)));
        var match = analysis.Match("Kindly inform us about the shelf");
        var candidate = Array.FindIndex(analysis.Candidates, candidate => candidate.Text == "P20");

        Assert.True(match.Of(analysis.Labels[candidate].Above).Strength < 1);
        Assert.Equal(1, match.FoundStrength(analysis.Labels[candidate].Above));
        Assert.InRange(match.FoundShare, 0.2f, 0.5f);
    }

    [Theory]
    [InlineData("Maria van der Berg", 4, 1, 0)]
    [InlineData("Dr. J. O'Neil", 3, 0, 1)]
    [InlineData("Northwind Traders Ltd", 3, 0, 0)]
    [InlineData("sent by post", 0, 0, 0)]
    [InlineData("Berth 7", 0, 0, 0)]
    [InlineData("", 0, 0, 0)]
    public void Names_are_told_by_their_words(string text, int nameWords, int givenNames, int honorifics)
    {
        var traits = LineTraits.Of(text);

        Assert.Equal((nameWords, givenNames, honorifics), (traits.NameWords, traits.GivenNames, traits.Honorifics));
    }

    [Theory]
    [InlineData("Yours sincerely,", true)]
    [InlineData("Kind regards", true)]
    [InlineData("With regards to your letter of last week we can say", false)]
    [InlineData("Date", false)]
    public void A_closing_of_a_letter_is_known(string text, bool isClosing)
    {
        Assert.Equal(isClosing, LineTraits.Of(text).IsClosing);
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
