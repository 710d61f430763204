using AspireMl.Contracts.Documents;
using AspireMl.Modeling.Documents.Ocr;
using AspireMl.Modeling.Documents.Readers.SpanReader;
using FsCheck;
using FsCheck.Fluent;

namespace AspireMl.Modeling.Tests.Documents.Readers.SpanReader;

public sealed class PageSlantTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2.5)]
    [InlineData(-4)]
    public void A_price_stands_beside_its_own_label_however_the_page_leans(double degrees)
    {
        var layout = PageLayout.Of(Lean(Slip(), degrees));

        Assert.Equal(
            [("Green tea", "3.00"), ("Black tea", "4.00"), ("Sum of goods", "7.00"), ("Cash given", "10.00"), ("Change", "3.00")],
            layout.Lines.Where(line => line.Left is not null).Select(line => (line.Left!.Text, line.Text)));
    }

    [Theory]
    [InlineData(2.5)]
    [InlineData(-4)]
    public void An_answer_is_marked_where_it_stands_on_the_page_that_was_sent(double degrees)
    {
        var page = Lean(Slip(), degrees);
        var sent = page.Pages[0].Lines.Single(line => line.Text == "10.00").Box;

        var marked = Assert.Single(CandidateGenerator.Generate(PageLayout.Of(page)).First(candidate => candidate.Text == "10.00").Evidence()).Box;

        Assert.Equal((sent.X, sent.Y, sent.Width, sent.Height), (marked.X, marked.Y, marked.Width, marked.Height), Near);
    }

    [Fact]
    public void The_slant_is_the_one_that_the_page_was_given() => Prop.ForAll(
        Gen.Choose(-100, 100).Select(tenths => tenths / 10.0).ToArbitrary(),
        degrees => Math.Abs((Math.Atan(PageSlant.Of(Lean(Slip(), degrees).Pages[0]).Slope) * 180 / Math.PI) - degrees) < 0.25).QuickCheckThrowOnFailure();

    [Fact]
    public void A_levelled_line_goes_back_to_where_it_was()
    {
        var page = Lean(Slip(), 3).Pages[0];
        var slant = PageSlant.Of(page);

        Assert.All(page.Lines.SelectMany(line => line.Words.Zip(slant.Level(line).Words)), pair => Assert.Equal(pair.First.Box.Y, slant.OnPage(pair.Second.Box).Y, 0.01f));
    }

    [Fact]
    public void Too_few_lines_and_a_line_that_leans_alone_say_nothing()
    {
        OcrLine crooked = new("FAR APART", 1, new(0, 0, 250, 40), [new("FAR", new(0, 0, 50, 20)), new("APART", new(200, 20, 50, 20))]);

        Assert.Equal(0, PageSlant.Of(new(1, 1000, 1000, [crooked, crooked])).Slope);
        Assert.Equal(0, PageSlant.Of(new(1, 1000, 1000, [crooked, .. Slip().Pages[0].Lines])).Slope);
        Assert.Equal(0, PageSlant.Of(new(1, 1000, 1000, [])).Slope);
    }

    static bool Near((float X, float Y, float Width, float Height) one, (float X, float Y, float Width, float Height) other) =>
        Math.Abs(one.X - other.X) < 0.1 && Math.Abs(one.Y - other.Y) < 0.1 && Math.Abs(one.Width - other.Width) < 0.1 && Math.Abs(one.Height - other.Height) < 0.1;

    static OcrDocument Slip() => Pages.Of(
        ("Green tea", 60, 200), ("3.00", 800, 200),
        ("Black tea", 60, 230), ("4.00", 800, 230),
        ("Sum of goods", 60, 260), ("7.00", 800, 260),
        ("Cash given", 60, 290), ("10.00", 800, 290),
        ("Change", 60, 320), ("3.00", 800, 320),
        ("Thank you for your visit", 60, 400));

    // Words move along the slant about the middle of the page; a line's box holds them.
    static OcrDocument Lean(OcrDocument document, double degrees)
    {
        var slope = (float)Math.Tan(degrees * Math.PI / 180);
        Box Move(Box box) => box with { Y = box.Y + (slope * (box.CentreX - 500)) };
        return new([.. document.Pages.Select(page => page with
        {
            Lines = [.. page.Lines.Select(line => line with
            {
                Words = [.. line.Words.Select(word => word with { Box = Move(word.Box) })],
                Box = Box.Around(line.Words.Select(word => Move(word.Box))),
            })],
        })]);
    }
}
