using Microsoft.JSInterop;

namespace AspireMl.Frontend.Blazor.Web;

/// <summary>Shows times in the time zone of the person's browser; in UTC until the browser has told it.</summary>
/// <param name="js">The person's browser.</param>
public sealed class BrowserClock(IJSRuntime js)
{
    TimeZoneInfo _zone = TimeZoneInfo.Utc;
    bool _known;

    /// <summary>Asks the browser for its zone, once. Call it after the first interactive render.</summary>
    public async Task LearnZoneAsync()
    {
        if (_known)
        {
            return;
        }

        await using var module = await js.InvokeAsync<IJSObjectReference>("import", "./js/browser.js");
        var id = await module.InvokeAsync<string?>("timeZone");
        _zone = id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
        _known = true;
    }

    /// <summary>The name of the zone, for example <c>Europe/Berlin</c>.</summary>
    public string Zone => _zone.Id;

    /// <summary>A moment for a list, for example <c>21 Nov 2026, 14:05</c>.</summary>
    public string Show(DateTimeOffset moment) => Local(moment).ToString("d MMM yyyy, HH:mm");

    /// <summary>A moment with its seconds and zone.</summary>
    public string ShowExactly(DateTimeOffset moment)
    {
        var local = Local(moment);
        return local.ToString(local.Offset == TimeSpan.Zero ? "d MMM yyyy, HH:mm:ss 'UTC'" : "d MMM yyyy, HH:mm:ss 'UTC'zzz");
    }

    /// <summary>The same moment, with the zone's offset.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone);

    /// <summary>When a day begins in the zone.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, _zone.GetUtcOffset(midnight));
    }
}
