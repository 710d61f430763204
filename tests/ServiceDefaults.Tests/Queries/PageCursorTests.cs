using AspireMl.Contracts.Paging;

namespace AspireMl.ServiceDefaults.Tests.Queries;

public sealed class PageCursorTests
{
    [Fact]
    public void A_cursor_survives_its_text_form()
    {
        var cursor = new PageCursor(new DateTimeOffset(2026, 11, 21, 8, 30, 0, TimeSpan.Zero).AddMicroseconds(7), Guid.CreateVersion7());

        Assert.True(PageCursor.TryParse(cursor.ToString(), out var read));
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
    public void Other_texts_are_refused(string? text) => Assert.False(PageCursor.TryParse(text, out _));
}
