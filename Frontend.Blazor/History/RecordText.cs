using System.Globalization;
using System.Text.Json;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Models;

namespace AspireMl.Frontend.Blazor.History;

/// <summary>Recorded inferences in words, whatever their task.</summary>
internal static class RecordText
{
    /// <summary>What was asked.</summary>
    public static string Title(InferenceRecord record) => record.Question ?? record.Task switch
    {
        ModelTasks.ImageClassification => "An image",
        _ => "A row",
    };

    /// <summary>What was answered; null when there was no answer.</summary>
    public static string? Answer(InferenceRecord record) => record.Answer ?? record.Value?.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>One value of a row.</summary>
    public static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "missing",
        JsonValueKind.Number => value.GetDouble().ToString("G6", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
