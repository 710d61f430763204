using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.ServiceDefaults.Tests.Queries;

public sealed class QueryValueTests
{
    [Fact]
    public void What_is_left_out_or_empty_is_the_default()
    {
        Assert.Null(QueryValue.Time(null, "from"));
        Assert.Null(QueryValue.Time("", "from"));
        Assert.Null(QueryValue.Cursor(""));
        Assert.Null(QueryValue.OneOf(null, "status", ["queued"]));
        Assert.Equal(50, QueryValue.Limit("", 50, 200));
    }

    [Theory]
    [InlineData("2026-11-21T08:30:00Z")]
    [InlineData("2026-11-21T09:30:00+01:00")]
    [InlineData("2026-11-21T08:30:00.000")]
    public void A_time_is_read_as_utc_unless_it_says_otherwise(string text) =>
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 8, 30, 0, TimeSpan.Zero), QueryValue.Time(text, "from"));

    [Theory]
    [InlineData("0")]
    [InlineData("201")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    [InlineData("five")]
    public void A_limit_out_of_its_range_is_refused(string text) =>
        Assert.Equal(400, Assert.Throws<RefusalException>(() => QueryValue.Limit(text, 50, 200)).Status);

    [Fact]
    public void A_refusal_says_what_is_allowed()
    {
        Assert.Equal("status is one of queued, running.", Assert.Throws<RefusalException>(() => QueryValue.OneOf("gone", "status", ["queued", "running"])).Message);
        Assert.Equal("from is a time such as 2026-11-21T08:30:00Z.", Assert.Throws<RefusalException>(() => QueryValue.Time("yesterday", "from")).Message);
        Assert.Equal(400, Assert.Throws<RefusalException>(() => QueryValue.Cursor("x")).Status);
        Assert.Equal(400, Assert.Throws<RefusalException>(() => QueryValue.Name(new('m', 65), "model")).Status);
    }
}
