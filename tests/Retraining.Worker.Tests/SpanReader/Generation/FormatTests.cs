using AspireMl.Retraining.Worker.SpanReader.Generation;
using AspireMl.Retraining.Worker.SpanReader.Generation.Countries;
using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.Tests.SpanReader.Generation;

public class FormatTests
{
    [Theory]
    [InlineData("1,234.50", "$*", 1234.5, "$1,234.50")]
    [InlineData("1.234,50", "* €", 1234.5, "1.234,50 €")]
    [InlineData("1 234,50", "* kr", 1234567.8, "1 234 567,80 kr")]
    [InlineData("1234.50", "RM *", 1234.5, "RM 1234.50")]
    [InlineData("1'234.50", "CHF *", -1234.5, "-CHF 1'234.50")]
    [InlineData("1,234", "¥*", 1234, "¥1,234")]
    public void Amounts_are_written_as_their_country_does(string sample, string mark, double amount, string expected) =>
        Assert.Equal(expected, new MoneyFormat(sample, mark).Marked((decimal)amount));

    [Theory]
    [InlineData("1,234.50", "$*", "$1,850")]
    [InlineData("1 234,50", "* kr", "1 850 kr")]
    [InlineData("1234.50", "*", "1850")]
    [InlineData("1,234", "¥*", "¥1,850")]
    public void Amounts_may_have_no_cents(string sample, string mark, string expected) =>
        Assert.Equal(expected, new MoneyFormat(sample, mark).Whole().Marked(1850));

    [Fact]
    public void A_pattern_is_filled_with_digits_letters_choices_and_names()
    {
        var dice = Dice.For("pattern");
        foreach (var _ in Enumerable.Range(0, 50))
        {
            Assert.Matches("^(INV|F)-[1-9][0-9]{3}/[A-Z] Berlin$", Pattern.Fill("[INV|F]-^###/@ {city}", dice, name => name == "city" ? "Berlin" : ""));
        }
    }

    [Fact]
    public void Every_country_can_write_companies_people_and_addresses()
    {
        foreach (var country in CountryBook.Training.Concat(CountryBook.Heldout))
        {
            var dice = Dice.For(country.Code);
            foreach (var _ in Enumerable.Range(0, 200))
            {
                var party = PartyMaker.Company(country, dice);
                string[] all = [party.Name, party.Contact, party.Phone, party.Mobile, party.Email, party.Web, party.TaxId, party.RegNo, party.Account, party.BankCode, party.Bank, .. party.Address];
                Assert.All(all, text => Assert.True(text.Length > 0 && text.All(c => c is not ('[' or ']' or '{' or '}' or '^')), $"{country.Code}: '{text}'"));
                Assert.InRange(party.Address.Count, 1, 6);
            }
        }
    }

    [Fact]
    public void There_are_more_than_a_hundred_thousand_vendors()
    {
        var dice = Dice.For("vendors");
        var country = CountryBook.Training[0];
        var names = Enumerable.Range(0, 20_000).Select(_ => PartyMaker.CompanyName(country, dice)).Distinct().Count();
        Assert.True(names > 12_000, $"Only {names} of 20,000 names of one country differ.");
    }

    [Fact]
    public void Every_concept_has_a_value_that_can_be_drawn()
    {
        foreach (var split in Enum.GetValues<GenerationSplit>())
        {
            var draft = new Draft(split, "invoice-000", "invoice", forPerson: false, ofTrade: true, Dice.For("concepts"));
            Assert.All(LabelBook.Names, name => Assert.NotEmpty(ValueMaker.Draw(LabelBook.Get(name), draft)));
        }
    }
}
