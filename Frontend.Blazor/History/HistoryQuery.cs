using AspireMl.Contracts.Clients;
using AspireMl.Frontend.Blazor.Web;

namespace AspireMl.Frontend.Blazor.History;

/// <summary>The filter of the history as its address carries it.</summary>
internal sealed record HistoryQuery
{
    public const int PageLength = 20;

    public string Model { get; init; } = "";

    public string Task { get; init; } = "";

    public string Verdict { get; init; } = "";

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string Cursor { get; init; } = "";

    public bool IsNarrowed => Model.Length > 0 || Task.Length > 0 || Verdict.Length > 0 || From is not null || To is not null;

    /// <summary>The address of the list; days are written as ISO 8601 has them.</summary>
    public string Address
    {
        get
        {
            (string Name, string? Value)[] parts =
                [("model", Model), ("task", Task), ("verdict", Verdict), ("from", From?.ToString("yyyy-MM-dd")), ("to", To?.ToString("yyyy-MM-dd")), ("cursor", Cursor)];
            var given = parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}");
            var query = string.Join('&', given);
            return query.Length == 0 ? "history" : "history?" + query;
        }
    }

    /// <summary>The same for the service: days as a person's clock has them, the last one included.</summary>
    public InferenceFilter ToFilter(BrowserClock clock) => new()
    {
        Model = Model,
        Task = Task,
        Verdict = Verdict,
        From = From is { } from ? clock.StartOf(from) : null,
        To = To is { } to && to < DateOnly.MaxValue ? clock.StartOf(to.AddDays(1)) : null,
        Cursor = Cursor,
        Limit = PageLength,
    };
}
