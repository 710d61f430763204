namespace AspireMl.Storage.Tests;

public sealed class GrowingWaitTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 15)]
    [InlineData(3, 45)]
    [InlineData(4, 60)]
    [InlineData(int.MaxValue, 60)]
    public void Each_wait_is_longer_than_the_one_before_and_none_is_longer_than_the_longest(int attempts, int seconds)
    {
        var waits = new GrowingWait(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), Factor: 3);

        Assert.Equal(TimeSpan.FromSeconds(seconds), waits.After(attempts));
    }

    [Fact]
    public void Waits_double_where_nothing_else_is_said() =>
        Assert.Equal(TimeSpan.FromMilliseconds(800), new GrowingWait(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5)).After(4));
}
