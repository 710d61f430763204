using AspireMl.Contracts.Clients;
using AspireMl.Frontend.Blazor.Web;
using Microsoft.AspNetCore.Components;

namespace AspireMl.Frontend.Blazor.Components;

/// <summary>A page that loads once the browser is there, and again and again while the person looks at it.</summary>
public abstract class LivePage : ComponentBase, IAsyncDisposable
{
    readonly CancellationTokenSource _left = new();
    string? _refused;
    string? _unloaded;

    /// <summary>A page that somebody is about to look at.</summary>
    protected LivePage() => Left = _left.Token;

    /// <summary>How long a page stays as it is.</summary>
    protected virtual TimeSpan Pause => TimeSpan.FromSeconds(5);

    /// <summary>Cancelled when the person leaves the page.</summary>
    protected CancellationToken Left { get; }

    /// <summary>
    /// What went wrong last, a sentence; null when nothing did. What the person asked for and was refused stays until they do something else.
    /// </summary>
    protected string? Error => _refused ?? _unloaded;

    /// <summary>Whether it does what the person asked for; that it renews itself disturbs nobody.</summary>
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
        (_refused, Loading) = (null, true);
        StateHasChanged();
        await UntilLeftAsync(async () =>
        {
            _refused = await SentenceOfAsync(action);
            _unloaded = await SentenceOfAsync(LoadAsync);
            Loading = false;
        });
    }

    static async Task<string?> SentenceOfAsync(Func<Task> action)
    {
        try
        {
            await action();
            return null;
        }
        catch (ApiException refusal)
        {
            return refusal.Message;
        }
    }

    async Task UntilLeftAsync(Func<Task> work)
    {
        try
        {
            await work();
            StateHasChanged();
        }
        catch (OperationCanceledException) when (Left.IsCancellationRequested)
        {
            // Nobody looks at the page any more.
        }
    }

    async Task KeepFreshAsync()
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(Left))
            {
                await InvokeAsync(() => UntilLeftAsync(async () => _unloaded = await SentenceOfAsync(LoadAsync)));
            }
        }
        catch (OperationCanceledException)
        {
            // The person has left the page.
        }
    }
}
