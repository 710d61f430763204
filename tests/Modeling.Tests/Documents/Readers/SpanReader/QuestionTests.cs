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

    [Theory]
    [InlineData("To whom was the invoice sent?", true, false)]
    [InlineData("Who is the letter meant for?", true, false)]
    [InlineData("Who was charged?", true, false)]
    [InlineData("By whom was the invoice sent?", false, true)]
    [InlineData("Who is the letter from?", false, true)]
    [InlineData("Who charged the money?", false, true)]
    [InlineData("What is the total?", false, false)]
    public void The_one_whom_a_document_is_for_is_told_from_the_one_it_is_from(string text, bool toWhom, bool byWhom)
    {
        var question = new Question(text);

        Assert.Equal((toWhom, byWhom), (question.AsksToWhom, question.AsksByWhom));
    }

    [Theory]
    [InlineData("How much is it excluding VAT?", true, false, false)]
    [InlineData("How much is it including VAT?", false, false, false)]
    [InlineData("By when must it be returned, at the latest?", false, true, false)]
    [InlineData("Which months does it cover, from what day to what day?", false, false, true)]
    [InlineData("When was it issued?", false, false, false)]
    public void What_is_left_out_and_which_end_of_a_time_is_meant_are_told(string text, bool without, bool end, bool span)
    {
        var question = new Question(text);

        Assert.Equal((without, end, span), (question.AsksWithout, question.AsksEnd, question.AsksSpan));
    }
}
