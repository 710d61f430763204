using System.Text.Json;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Jobs;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Inference.Api.Images;

/// <summary>What is asked about images.</summary>
/// <param name="Top">How many labels are wanted.</param>
/// <param name="Explain">Whether a heat map is wanted.</param>
/// <param name="Alias">The alias that names the version of the model.</param>
/// <param name="InferenceId">The id to record the answer under, once however often it is given; a new one when null.</param>
sealed record ImageQuestion(int Top = ImageQuestion.UsualTop, bool Explain = false, string Alias = ModelAliases.Champion, Guid? InferenceId = null)
{
    /// <summary>Labels of an answer when the client does not say how many.</summary>
    public const int UsualTop = 5;

    /// <summary>Most labels of an answer.</summary>
    public const int MostTop = 100;

    const string TopName = "top";
    const string ExplainName = "explain";

    /// <summary>Reads the query of a request.</summary>
    /// <exception cref="RefusalException">A value is not one: status 400.</exception>
    public static ImageQuestion Read(string? top, string? explain) => new(
        QueryValue.Whole(top, TopName, UsualTop, MostTop),
        QueryValue.OneOf(explain, ExplainName, ["true", "false"]) == "true");

    /// <inheritdoc cref="Read(string?, string?)"/>
    public static ImageQuestion Read(IQueryCollection query) => Read(query[TopName], query[ExplainName]);

    /// <summary>Reads the payload of a job.</summary>
    /// <exception cref="RefusalException">A value is not one: status 422.</exception>
    public static ImageQuestion Read(JsonElement payload)
    {
        var top = JobPayload.Find(payload, TopName) switch
        {
            null => UsualTop,
            { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) && number is >= 1 and <= MostTop => number,
            _ => throw Refusal.Unusable($"The payload's {TopName} is a whole number from 1 to {MostTop}."),
        };
        return JobPayload.Find(payload, ExplainName) switch
        {
            null => new(top),
            { ValueKind: JsonValueKind.True or JsonValueKind.False } value => new(top, value.GetBoolean()),
            _ => throw Refusal.Unusable($"The payload's {ExplainName} is true or false."),
        };
    }
}
