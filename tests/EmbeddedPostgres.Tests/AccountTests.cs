namespace AspireMl.EmbeddedPostgres.Tests;

public sealed class AccountTests
{
    static readonly string[] Passwd = ["root:x:0:0::/root:/bin/sh", "broken line", "nobody:x:65534:65534::/:/bin/false", "postgres:x:101:104::/:/bin/sh", "me:x:1000:1000::/home/me:/bin/sh"];

    [Theory]
    [InlineData(null, null, "postgres")]
    [InlineData(null, "nobody", "nobody")]
    [InlineData(null, "root", "postgres")]
    [InlineData("me", "nobody", "me")]
    public void The_wanted_account_comes_first_then_the_owner_of_the_data(string? wanted, string? owner, string expected) =>
        Assert.Equal(expected, Account.Choose(wanted, owner, Passwd).Name);

    [Theory]
    [InlineData("root")]
    [InlineData("nosuch")]
    public void An_account_that_cannot_serve_is_refused(string wanted) =>
        Assert.Throws<RefusedException>(() => Account.Choose(wanted, null, Passwd));

    [Fact]
    public void Numbers_are_read() => Assert.Equal(new Account("postgres", 101, 104), Account.Choose(null, null, Passwd));
}
