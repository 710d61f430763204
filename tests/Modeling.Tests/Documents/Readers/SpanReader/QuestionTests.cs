using AspireMl.Modeling.Documents.Readers.SpanReader;

namespace AspireMl.Modeling.Tests.Documents.Readers.SpanReader;

public sealed class QuestionTests
{
    [Theory]
    [InlineData("How was it paid?", true, false)]
    [InlineData("By which means did they pay?", true, false)]
    [InlineData("method of payment", true, false)]
    [InlineData("How much was paid?", false, true)]
    [InlineData("What did the customer pay?", false, true)]
    [InlineData("How many were ordered?", false, false)]
    public void A_way_to_pay_is_no_sum(string text, bool how, bool howMuch)
    {
        var question = new Question(text);

        Assert.Equal((how, howMuch), (question.AsksHow, question.AsksHowMuch));
    }

    [Theory]
    [InlineData("Who signed the letter?", true)]
    [InlineData("Who is the insurer?", false)]
    public void Roles_of_persons_are_told_from_those_of_firms(string text, bool person)
    {
        var kin = new Question(text).Label.Kin;

        Assert.NotEqual(UInt128.Zero, kin);
        Assert.Equal(person, (kin & Lexicon.Default.Roles) != UInt128.Zero);
    }
}
