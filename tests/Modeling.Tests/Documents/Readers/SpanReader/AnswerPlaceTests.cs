using AspireMl.Modeling.Documents.Readers.SpanReader;

namespace AspireMl.Modeling.Tests.Documents.Readers.SpanReader;

public sealed class AnswerPlaceTests
{
    static readonly (string, float, float)[] Slip =
    [
        ("Tea", 60, 100), ("8.00", 700, 100),
        ("TOTAL", 60, 200), ("GBP 8.00", 700, 200),
        ("Paid by card", 60, 300), ("8.00", 700, 300),
    ];

    [Fact]
    public void The_total_is_marked_beside_its_label_and_not_where_it_was_paid() => Assert.Equal("TOTAL", PlaceOf("What is the total?", "Paid by card"));

    [Fact]
    public void A_place_that_is_named_itself_stays() => Assert.Equal("Paid by card", PlaceOf("How much was paid by card?", "Paid by card"));

    [Fact]
    public void The_row_that_a_question_names_stays() => Assert.Equal("Tea", PlaceOf("What is the total price of the tea?", "Tea"));

    [Fact]
    public void Where_nothing_is_named_the_choice_stays() => Assert.Equal("Paid by card", PlaceOf("Which sum is it?", "Paid by card"));

    // The label beside the place that is marked, after the candidate beside another label was chosen.
    static string PlaceOf(string question, string chosen)
    {
        var analysis = DocumentAnalysis.Of(Pages.Of(Slip));
        var index = Array.FindIndex(analysis.Candidates, candidate => candidate.Text == "8.00" && candidate.First.Left?.Text == chosen);
        var place = AnswerPlace.Of(analysis, analysis.Match(question), index);
        Assert.Equal("8.00", place.Text);
        return place.First.Left!.Text;
    }
}
