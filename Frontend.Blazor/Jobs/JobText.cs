using System.Text.Encodings.Web;
using System.Text.Json;
using AspireMl.Contracts.Jobs;

namespace AspireMl.Frontend.Blazor.Jobs;

/// <summary>Jobs in words.</summary>
internal static class JobText
{
    const int LongestJson = 20_000;

    // The text is shown, not put into markup: Blazor escapes it.
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether something may still become of it.</summary>
    public static bool IsOpen(JobRecord job) => job.Status is JobStatuses.Queued or JobStatuses.Running;

    /// <summary>JSON to be read, cut off where nobody reads on.</summary>
    public static string Json(JsonElement json)
    {
        var text = JsonSerializer.Serialize(json, Indented);
        return text.Length <= LongestJson ? text : text[..LongestJson] + "\n…";
    }
}
