using AspireMl.ServiceDefaults.Queries;

namespace AspireMl.ServiceDefaults.Tests.Queries;

public sealed class IsoTimeTests
{
    [Theory]
    [InlineData("2026-11-21", "2026-11-21T00:00:00.0000000+00:00")]
    [InlineData("2026-11-21T08:30", "2026-11-21T08:30:00.0000000+00:00")]
    [InlineData("2026-11-21T08:30:15Z", "2026-11-21T08:30:15.0000000+00:00")]
    [InlineData("2026-11-21T08:30:15.25+02:00", "2026-11-21T06:30:15.2500000+00:00")]
    [InlineData("2026-11-21 08:30:15", "2026-11-21T08:30:15.0000000+00:00")]
    public void Times_are_utc_unless_they_say_otherwise(string text, string expected)
    {
        Assert.True(IsoTime.TryParse(text, out var time));
        Assert.Equal(expected, time.ToString("O"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("today")]
    [InlineData("21.11.2026")]
    [InlineData("2026-13-01")]
    [InlineData("1732178400")]
    public void What_is_no_time_is_told(string text) => Assert.False(IsoTime.TryParse(text, out _));
}
