using AspireMl.Contracts.Clients;
using AspireMl.Frontend.Blazor.Web;
using Microsoft.AspNetCore.Components;

namespace AspireMl.Frontend.Blazor.Components;

/// <summary>A page that loads once the browser is there, and again and again while the person looks at it.</summary>
public abstract class LivePage : ComponentBase, IAsyncDisposable
{
    readonly CancellationTokenSource _left = new();

    /// <summary>How long a page stays as it is.</summary>
    protected virtual TimeSpan Pause => TimeSpan.FromSeconds(5);

    /// <summary>Cancelled when the person leaves the page.</summary>
    protected CancellationToken Left => _left.Token;

    /// <summary>What went wrong last, a sentence; null when nothing did.</summary>
    protected string? Error { get; private set; }

    /// <summary>Whether it is loading now.</summary>
    protected bool Loading { get; private set; }

    /// <summary>Whether the browser is there, so that controls do something.</summary>
    protected bool Ready { get; private set; }

    /// <summary>The person's time zone.</summary>
    [Inject] protected BrowserClock Clock { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        await Clock.LearnZoneAsync();
        Ready = true;
        await RefreshAsync();
        _ = KeepFreshAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gets what the page shows.</summary>
    /// <exception cref="ApiException">It cannot be had; the page says so.</exception>
    protected abstract Task LoadAsync();

    /// <summary>Loads, and shows what came or what went wrong.</summary>
    protected Task RefreshAsync() => DoAsync(() => Task.CompletedTask);

    /// <summary>Does what the person asked for and loads; shows what came or what went wrong.</summary>
    protected async Task DoAsync(Func<Task> action)
    {
        Loading = true;
        StateHasChanged();
        try
        {
            await action();
            await LoadAsync();
            Error = null;
        }
        catch (ApiException refusal)
        {
            Error = refusal.Message;
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return;
        }

        Loading = false;
        StateHasChanged();
    }

    async Task KeepFreshAsync()
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(_left.Token))
            {
                await InvokeAsync(RefreshAsync);
            }
        }
        catch (OperationCanceledException)
        {
            // The person has left the page.
        }
    }
}
