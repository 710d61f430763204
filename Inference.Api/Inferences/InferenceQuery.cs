using System.ComponentModel;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Models;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;
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
    static readonly string[] Tasks =
        [ModelTasks.DocumentQuestion, ModelTasks.ImageClassification, ModelTasks.TabularRegression, ModelTasks.TabularClassification];

    static readonly string[] Verdicts = [Feedback.Correct, Feedback.Incorrect];

    /// <summary>Reads the query.</summary>
    /// <exception cref="RefusalException">A value is not one: status 400.</exception>
    public InferenceFilter ToFilter() => new()
    {
        Model = QueryValue.Name(Model, "model"),
        Task = QueryValue.OneOf(Task, "task", Tasks),
        From = QueryValue.Time(From, "from"),
        To = QueryValue.Time(To, "to"),
        Verdict = QueryValue.OneOf(Verdict, "verdict", Verdicts),
        After = QueryValue.Cursor(Cursor),
        Limit = QueryValue.Limit(Limit, new InferenceFilter().Limit, InferenceFilter.MaxLimit),
    };
}
