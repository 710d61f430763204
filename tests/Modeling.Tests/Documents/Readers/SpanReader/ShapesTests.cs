using AspireMl.Modeling.Documents.Readers.SpanReader;

namespace AspireMl.Modeling.Tests.Documents.Readers.SpanReader;

public sealed class ShapesTests
{
    [Theory]
    [InlineData("17/03/2024", "Date")]
    [InlineData("2024-03-17", "Date")]
    [InlineData("3 March 2024", "Date")]
    [InlineData("MAR 3, 2024", "Date")]
    [InlineData("17.03.24", "Date")]
    [InlineData("09:41 PM", "Time")]
    [InlineData("1,234.50", "Amount")]
    [InlineData("1.234,50", "Amount")]
    [InlineData("RM 12.00", "Amount")]
    [InlineData("$8.20", "Amount")]
    [InlineData("1,850", "Amount")]
    [InlineData("1'850", "Amount")]
    [InlineData("€ 1.850", "Amount")]
    [InlineData("$25", "Amount")]
    [InlineData("1 850 kr", "Amount")]
    [InlineData("12 000 SEK", "Amount")]
    [InlineData("+44 20 7946 0958", "Phone")]
    [InlineData("03-9201 6281", "Phone")]
    [InlineData("sales@example.org", "Internet")]
    [InlineData("www.example.org", "Internet")]
    [InlineData("INV-2024-0017", "Identifier")]
    [InlineData("000381399040", "Number")]
    [InlineData("6%", "Percent")]
    public void A_value_has_its_shape(string text, string shape)
    {
        Assert.True(Shapes.Of(text).HasFlag(Enum.Parse<Shape>(shape)), $"{text} is {Shapes.Of(text)}");
    }

    [Theory]
    [InlineData("410")]
    [InlineData("2026")]
    [InlineData("1.850")]
    [InlineData("903 000")]
    [InlineData("17/03/2024")]
    [InlineData("090-555 01 64")]
    [InlineData("40 min")]
    [InlineData("FARM 12")]
    [InlineData("1,234,5")]
    public void A_number_without_decimals_and_currency_is_no_amount(string text)
    {
        Assert.False(Shapes.Of(text).HasFlag(Shape.Amount));
    }

    [Theory]
    [InlineData("Green tea")]
    [InlineData("")]
    [InlineData("A")]
    public void Words_have_no_shape(string text)
    {
        Assert.Equal(Shape.None, Shapes.Of(text));
    }

    [Theory]
    [InlineData("1,234.50", 1234.5)]
    [InlineData("1.234,50", 1234.5)]
    [InlineData("RM 12.00", 12)]
    [InlineData("-0.01", 0.01)]
    [InlineData("2 500,00", 2500)]
    [InlineData("1,850", 1850)]
    [InlineData("€ 1.850", 1850)]
    [InlineData("$25", 25)]
    public void Amounts_are_read_in_every_notation(string text, double value)
    {
        Assert.True(Shapes.TryReadAmount(text, out var read));
        Assert.Equal(value, read, 6);
    }

    [Fact]
    public void A_text_without_digits_is_no_amount()
    {
        Assert.False(Shapes.TryReadAmount("free", out _));
    }
}
