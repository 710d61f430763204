using AspireMl.Inference.Api.Tabular;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Tests.Tabular;

public sealed class TabularTurnsTests
{
    [Fact]
    public async Task One_request_more_than_may_wait_is_refused_and_those_that_wait_get_their_turn()
    {
        using var turns = new TabularTurns(Options.Create(new TabularOptions { Workers = 1, Capacity = 1 }));
        var working = await turns.TakeAsync(default);
        var waiting = turns.TakeAsync(default);
        Assert.False(waiting.IsCompleted);

        var refused = await Assert.ThrowsAsync<RefusalException>(() => turns.TakeAsync(default));
        Assert.Equal(429, refused.Status);
        Assert.NotNull(refused.RetryAfter);

        working.Dispose();
        (await waiting).Dispose();
    }

    [Fact]
    public async Task A_request_whose_client_has_gone_leaves_the_line()
    {
        using var turns = new TabularTurns(Options.Create(new TabularOptions { Workers = 1, Capacity = 1 }));
        using var working = await turns.TakeAsync(default);
        using var gone = new CancellationTokenSource();
        var waiting = turns.TakeAsync(gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.False(turns.TakeAsync(default).IsCompleted);
    }
}
