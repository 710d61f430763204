using AspireMl.Storage.Documents;

namespace AspireMl.Storage.Tests.Documents;

public sealed class InferenceCursorTests
{
    [Fact]
    public void A_cursor_survives_its_text_form()
    {
        var cursor = new InferenceCursor(SampleInferences.Start.AddMicroseconds(7), Guid.CreateVersion7());

        Assert.True(InferenceCursor.TryParse(cursor.ToString(), out var read));
        Assert.Equal(cursor, read);
        Assert.Matches("^[A-Za-z0-9_-]{32}$", cursor.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("'; drop table inferences; --____")]
    [InlineData("________________________________")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Other_texts_are_refused(string? text) => Assert.False(InferenceCursor.TryParse(text, out _));
}
