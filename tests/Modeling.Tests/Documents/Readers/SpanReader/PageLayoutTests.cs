using AspireMl.Modeling.Documents.Readers.SpanReader;

namespace AspireMl.Modeling.Tests.Documents.Readers.SpanReader;

public sealed class PageLayoutTests
{
    [Fact]
    public void Lines_of_one_height_share_a_row_and_know_their_neighbours()
    {
        var layout = PageLayout.Of(Pages.Receipt());
        var value = layout.Lines.Single(line => line.Text == "RM 8.00");

        Assert.Equal("TOTAL", value.Left?.Text);
        Assert.Equal("8.00", value.Above?.Text);
        Assert.Equal(value.Row, value.Left?.Row);
    }

    [Fact]
    public void Pieces_of_one_line_are_joined()
    {
        var layout = PageLayout.Of(Pages.Of(("HALF", 10, 10), ("LINE", 58, 12), ("FAR", 400, 10)));

        Assert.Equal(["HALF LINE", "FAR"], layout.Lines.Select(line => line.Text));
    }

    [Fact]
    public void Punctuation_is_no_left_neighbour()
    {
        var layout = PageLayout.Of(Pages.Of(("TOTAL", 10, 10), (":", 200, 10), ("5.00", 300, 10)));

        Assert.Equal("TOTAL", layout.Lines.Single(line => line.Text == "5.00").Left?.Text);
    }

    [Fact]
    public void The_amounts_of_the_page_are_counted_and_added()
    {
        var amounts = PageLayout.Of(Pages.Of(("10.00", 10, 10), ("0.60", 10, 40), ("10.60", 10, 70), ("10.60", 10, 100))).Amounts;

        Assert.Equal(10.6, amounts.Largest);
        Assert.Equal(2, amounts.CountOf(10.6));
        Assert.Equal(1, amounts.RankOf(10));
        Assert.True(amounts.IsSum(10.6));
        Assert.True(amounts.IsDifference(10));
        Assert.False(amounts.IsSum(0.6));
        Assert.Equal((true, false), (amounts.IsNet(10), amounts.IsTax(10)));
        Assert.Equal((false, true), (amounts.IsNet(0.6), amounts.IsTax(0.6)));
        Assert.Equal((false, false), (amounts.IsNet(10.6), amounts.IsTax(10.6)));
    }

    [Fact]
    public void Lines_under_each_other_on_one_edge_are_a_block()
    {
        var layout = PageLayout.Of(Pages.Of(
            ("Northwind Ltd", 60, 10), ("12 High Street", 60, 32), ("Springfield 45600", 60, 54), ("www.northwind.com", 60, 76),
            ("Anna Berg", 60, 140), ("7 Mill Road", 60, 162), ("Millbrook 12345", 60, 184), ("Thank you", 600, 400)));
        var (issuer, customer, alone) = (layout.Blocks[1], layout.Blocks[5], layout.Blocks[^1]);

        Assert.Equal(["Northwind Ltd", "12 High Street", "Springfield 45600", "www.northwind.com"], issuer.Lines.Select(line => line.Text));
        Assert.Equal((true, true, true, 0), (issuer.HasAddress, issuer.HasContact, issuer.HasLegalForm, issuer.AddressesAbove));
        Assert.Equal((true, false, false, 1), (customer.HasAddress, customer.HasContact, customer.HasLegalForm, customer.AddressesAbove));
        Assert.Equal(1, customer.PositionOf(layout.Lines[5]));
        Assert.Equal((1, false, 2), (alone.Lines.Count, alone.HasAddress, alone.AddressesAbove));
    }

    [Fact]
    public void Words_that_stand_again_are_counted()
    {
        var layout = PageLayout.Of(Pages.Of(("Northwind Traders", 60, 10), ("Anna Berg", 60, 100), ("Pay to Northwind", 60, 200), ("www.northwind.com", 60, 300)));
        var (issuer, customer) = (layout.Lines[0], layout.Lines[1]);

        Assert.Equal((2, 0, 0.5f), layout.Repeats.Of(issuer.Traits.Words, [issuer]));
        Assert.Equal((0, 0, 0f), layout.Repeats.Of(customer.Traits.Words, [customer]));
    }

    [Fact]
    public void Rows_know_their_labels_and_digits()
    {
        var layout = PageLayout.Of(Pages.Of(("DATE", 10, 10), ("TOTAL", 300, 10), ("17/03/2024", 10, 40), ("8.00", 300, 40), ("Thank you", 10, 200)));

        Assert.Equal([new(2, 2, 0), new(2, 0, 2), new(1, 0, 0)], layout.Rows);
    }

    [Fact]
    public void Labels_are_found_on_the_side_where_they_stand()
    {
        var over = PageLayout.Of(Pages.Of(("DATE", 10, 10), ("17/03/2024", 10, 30), ("TOTAL", 10, 100), ("8.00", 10, 120)));
        var under = PageLayout.Of(Pages.Of(("17/03/2024", 10, 10), ("DATE", 10, 30), ("8.00", 10, 100), ("TOTAL", 10, 120)));
        var beside = PageLayout.Of(Pages.Of(("DATE", 10, 10), ("17/03/2024", 300, 10), ("TOTAL", 10, 100), ("8.00", 300, 100)));

        Assert.All(over.Places, places => Assert.Equal(new(0, 1, 0), places));
        Assert.All(under.Places, places => Assert.Equal(new(0, 0, 1), places));
        Assert.All(beside.Places, places => Assert.Equal(new(1, 0, 0), places));
    }

    [Fact]
    public void Labels_far_away_say_nothing_about_a_row()
    {
        var layout = PageLayout.Of(Pages.Of([("DATE", 10f, 10f), ("17/03/2024", 10f, 30f), .. Enumerable.Range(0, 12).Select(i => ("LINE", 10f, 200f + (60 * i)))]));

        Assert.Equal(new(0, 1, 0), layout.Places[0]);
        Assert.Equal(default, layout.Places[^1]);
    }

    [Fact]
    public void An_empty_page_has_no_candidates()
    {
        Assert.Empty(CandidateGenerator.Generate(PageLayout.Of(Pages.Of())));
    }
}
