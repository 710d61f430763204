using System.Globalization;
using AspireMl.Contracts.Paging;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.ServiceDefaults.Queries;

/// <summary>Reads the values of a query string; what is left out or empty is null or the default. Errors are refusals with status 400.</summary>
public static class QueryValue
{
    /// <summary>A text that must obey a rule.</summary>
    /// <param name="value">As it was sent.</param>
    /// <param name="valid">The rule.</param>
    /// <param name="rule">The rule as a sentence.</param>
    public static string? Text(string? value, Func<string, bool> valid, string rule) =>
        value is null or "" ? null : valid(value) ? value : throw Refusal.Malformed(rule);

    /// <summary>One of several words.</summary>
    public static string? OneOf(string? value, string name, IReadOnlyCollection<string> words) =>
        Text(value, words.Contains, $"{name} is one of {string.Join(", ", words)}.");

    /// <summary>The name of a model or of something that is named like one: at most 64 characters.</summary>
    public static string? Name(string? value, string name) =>
        Text(value, text => text.Length <= 64 && !text.Any(char.IsControl), $"{name} has at most 64 characters and no control characters.");

    /// <summary>A time, ISO 8601; UTC unless it says otherwise.</summary>
    public static DateTimeOffset? Time(string? value, string name) =>
        value is null or "" ? null
        : IsoTime.TryParse(value, out var time) ? time
        : throw Refusal.Malformed($"{name} is a time such as 2026-11-21T08:30:00Z.");

    /// <summary>Where the page before ended.</summary>
    public static PageCursor? Cursor(string? value) =>
        value is null or "" ? null
        : PageCursor.TryParse(value, out var after) ? after
        : throw Refusal.Malformed("cursor is not one; give back the nextCursor of the page before.");

    /// <summary>How many items a page has, from 1.</summary>
    public static int Limit(string? value, int otherwise, int most) => Whole(value, "limit", otherwise, most);

    /// <summary>A whole number, from 1.</summary>
    public static int Whole(string? value, string name, int otherwise, int most) =>
        value is null or "" ? otherwise
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
        : throw Refusal.Malformed($"{name} is a whole number from 1 to {most}.");
}
