using AspireMl.Modeling.Documents.Readers.SpanReader;

namespace AspireMl.Modeling.Tests.Documents.Readers.SpanReader;

public sealed class LabelTextTests
{
    [Theory]
    [InlineData("Inv. No.", "invoice number")]
    [InlineData("Invoice #", "INV NO")]
    [InlineData("Tel", "telephone")]
    [InlineData("Qty", "Quantity")]
    public void Abbreviations_are_the_words_they_stand_for(string label, string other)
    {
        Assert.Equal(1, LabelText.Of(label).SharedWith(LabelText.Of(other)), 6);
    }

    [Theory]
    [InlineData("amount due", "grand total")]
    [InlineData("vendor", "Sold by")]
    [InlineData("How much did the customer pay", "TOTAL")]
    public void Synonyms_share_a_concept(string question, string label)
    {
        Assert.True(LabelText.Of(question).ConceptOverlap(LabelText.Of(label)) > 0);
    }

    [Theory]
    [InlineData("travelling", "Passenger name", true)]
    [InlineData("renting the flat", "Tenant", true)]
    [InlineData("take home", "Net pay", true)]
    [InlineData("travelling", "Tenant", false)]
    [InlineData("gross pay", "Net pay", false)]
    public void Kin_say_the_same_in_other_words(string question, string label, bool same)
    {
        Assert.Equal(same, LabelMatch.Of(LabelText.Of(question), LabelText.Of(label)).Kin > 0);
    }

    [Fact]
    public void A_label_that_is_kin_is_stronger_than_one_of_the_same_concept()
    {
        var question = new Question("Who is travelling?").Label;

        Assert.True(LabelMatch.Of(question, LabelText.Of("Passenger")).Strength > LabelMatch.Of(question, LabelText.Of("Customer")).Strength);
    }

    [Fact]
    public void A_longer_phrase_hides_the_shorter_one_inside_it()
    {
        var due = LabelText.Of("due date").Concepts;
        var date = LabelText.Of("date").Concepts;

        Assert.Equal(0UL, due & date);
        Assert.NotEqual(0UL, due);
    }

    [Fact]
    public void Dice_is_one_for_equal_texts_and_symmetric()
    {
        var a = LabelText.Of("Receipt No");
        var b = LabelText.Of("Receipt Date");

        Assert.Equal(1, a.Dice(LabelText.Of("receipt no.")), 6);
        Assert.Equal(a.Dice(b), b.Dice(a), 9);
        Assert.InRange(a.Dice(b), 0.1, 0.9);
    }

    [Fact]
    public void Accents_do_not_matter()
    {
        Assert.Equal("facture", LabelText.Of("Facturé").Compact);
    }

    [Fact]
    public void An_empty_text_matches_nothing()
    {
        Assert.Equal(default, LabelMatch.Of(LabelText.Of(""), LabelText.Of("total")));
    }
}
