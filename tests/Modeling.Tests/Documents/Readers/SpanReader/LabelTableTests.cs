using AspireMl.Modeling.Documents.Readers.SpanReader;

namespace AspireMl.Modeling.Tests.Documents.Readers.SpanReader;

public sealed class LabelTableTests
{
    [Fact]
    public void A_short_value_has_all_of_the_label_that_stands_over_it_alone() =>
        Assert.Equal(["locker", "number"], LabelsOf("117", ("Locker number", 60, 100), ("117", 60, 122), ("Full name", 500, 100), ("Reto Zumbrunn", 500, 122)).Above.Words);

    [Fact]
    public void A_label_below_counts_as_a_whole_too() =>
        Assert.Equal(["locker", "number"], LabelsOf("117", ("117", 60, 100), ("Locker number", 60, 122)).Below.Words);

    [Fact]
    public void A_heading_of_several_columns_is_shared_out_by_place()
    {
        (string, float, float)[] table = [("Qty Rate Amount", 300, 100), ("2", 310, 130), ("5.00", 350, 130), ("10.00", 400, 130)];

        Assert.Equal(LabelText.Of("Qty").Words, LabelsOf("2", table).Above.Words);
        Assert.Equal(LabelText.Of("Amount").Words, LabelsOf("10.00", table).Above.Words);
    }

    [Fact]
    public void Cells_that_were_read_as_one_line_have_their_own_headings()
    {
        (string, float, float)[] table = [("Employee", 60, 100), ("Joined", 400, 100), ("Place", 520, 100), ("Jürgen Lindner", 60, 130), ("05.02.2019 Berlin", 400, 130)];

        Assert.Equal([LabelText.Of("Joined").Compact], LabelsOf("05.02.2019", table).Headings.Select(heading => heading.Text.Compact));
        Assert.Equal([LabelText.Of("Place").Compact], LabelsOf("Berlin", table).Headings.Select(heading => heading.Text.Compact));
    }

    [Fact]
    public void Headings_are_found_over_the_cells_between_and_know_how_far_they_are()
    {
        var headings = LabelsOf("410", ("Price (SEK)", 600, 100), ("249", 660, 130), ("695", 660, 160), ("410", 660, 190)).Headings;

        Assert.Equal([(LabelText.Of("Price (SEK)").Compact, 3)], headings.Select(heading => (heading.Text.Compact, heading.Rows)));
    }

    static CandidateLabels LabelsOf(string candidate, params (string, float, float)[] lines)
    {
        var analysis = DocumentAnalysis.Of(Pages.Of(lines));
        return analysis.Labels[Array.FindIndex(analysis.Candidates, found => found.Text == candidate)];
    }
}
