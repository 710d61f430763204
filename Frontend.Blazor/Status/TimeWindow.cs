namespace AspireMl.Frontend.Blazor.Status;

/// <summary>How far back the charts look, and how wide a bar is.</summary>
/// <param name="Key">Its name in the page.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Length">How far back.</param>
/// <param name="Step">How wide a bar.</param>
/// <param name="Unit">What a bar is called.</param>
public sealed record TimeWindow(string Key, string Title, TimeSpan Length, TimeSpan Step, string Unit)
{
    /// <summary>The ones to choose from.</summary>
    public static IReadOnlyList<TimeWindow> All { get; } =
    [
        new("hour", "Last hour", TimeSpan.FromHours(1), TimeSpan.FromMinutes(2), "2 minutes"),
        new("day", "Last day", TimeSpan.FromDays(1), TimeSpan.FromHours(1), "hour"),
        new("week", "Last week", TimeSpan.FromDays(7), TimeSpan.FromHours(6), "6 hours"),
    ];
}
