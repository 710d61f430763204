using System.ComponentModel;
using System.Globalization;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Refusals;
using AspireMl.Storage.Documents;

namespace AspireMl.Inference.Api.Inferences;

/// <summary>The query of the list of inferences, as it was sent.</summary>
sealed record InferenceQuery(
    [property: Description("A model's name.")] string? Model,
    [property: Description("A task, for example document-question.")] string? Task,
    [property: Description("Earliest time, ISO 8601; UTC unless it says otherwise.")] string? From,
    [property: Description("Time before which to list, ISO 8601; UTC unless it says otherwise.")] string? To,
    [property: Description("correct or incorrect.")] string? Verdict,
    [property: Description("The nextCursor of the page before.")] string? Cursor,
    [property: Description("Most inferences to return, 1 to 200; 50 when left out.")] string? Limit)
{
    const int LongestModel = 64;

    static readonly string[] Tasks =
        [ModelTasks.DocumentQuestion, ModelTasks.ImageClassification, ModelTasks.TabularRegression, ModelTasks.TabularClassification];

    static readonly string[] TimeFormats =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Reads the query.</summary>
    /// <exception cref="Refusal">A value is not one: status 400.</exception>
    public InferenceFilter ToFilter() => new()
    {
        Model = Checked(Model, model => model.Length <= LongestModel && !model.Any(char.IsControl), "model is the name of a model."),
        Task = Checked(Task, Tasks.Contains, $"task is one of {string.Join(", ", Tasks)}."),
        From = Time(From, "from"),
        To = Time(To, "to"),
        Verdict = Checked(Verdict, verdict => verdict is Feedback.Correct or Feedback.Incorrect, $"verdict is {Feedback.Correct} or {Feedback.Incorrect}."),
        After = Cursor is null or "" ? null
            : InferenceCursor.TryParse(Cursor, out var after) ? after
            : throw Refusal.Malformed("cursor is not one; give back the nextCursor of the page before."),
        Limit = Limit is null or "" ? new InferenceFilter().Limit
            : int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= InferenceFilter.MaxLimit ? limit
            : throw Refusal.Malformed($"limit is a whole number from 1 to {InferenceFilter.MaxLimit}."),
    };

    static string? Checked(string? value, Func<string, bool> valid, string rule) =>
        value is null or "" ? null : valid(value) ? value : throw Refusal.Malformed(rule);

    static DateTimeOffset? Time(string? value, string name) =>
        value is null or "" ? null
        : DateTimeOffset.TryParseExact(value, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time
        : throw Refusal.Malformed($"{name} is a time such as 2026-11-21T08:30:00Z.");
}
