using System.Text.Json;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Retraining.Worker.Datasets;

/// <summary>Rows of a JSON array of objects, each with the columns by name.</summary>
internal sealed class JsonRows(RowColumns columns, RowDraft draft)
{
    const string Rule = """Send an array of rows such as [{"time":"2026-11-21T08:30:00Z","feature":1.5}].""";

    /// <summary>Reads an array into an upload, row by row.</summary>
    /// <exception cref="RefusalException">It is no such array.</exception>
    public async Task ReadAsync(Stream body, RowUpload upload, CancellationToken cancellation)
    {
        try
        {
            var number = 0L;
            await foreach (var element in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(body, JsonSerializerOptions.Web, cancellation))
            {
                number++;
                ReadRow(element);
                await upload.TakeAsync(number, draft, cancellation);
            }
        }
        catch (JsonException failure)
        {
            throw Refusal.Malformed($"The body is not JSON, or breaks off, near line {failure.LineNumber + 1}. {Rule} {upload.Progress}", failure);
        }
    }

    void ReadRow(JsonElement element)
    {
        draft.Begin();
        if (element.ValueKind != JsonValueKind.Object)
        {
            draft.Reject("It is not an object with the columns by name.");
            return;
        }

        foreach (var field in element.EnumerateObject())
        {
            if (columns.PlaceOf(field.Name) is { } place)
            {
                ReadField(place, field.Value);
            }
            else
            {
                draft.Reject($"{ReasonText.Shown(field.Name)} is no column of this dataset.");
            }
        }
    }

    void ReadField(int place, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                draft.SetMissing(place);
                break;
            case JsonValueKind.Number:
                draft.SetNumber(place, value.GetDouble());
                break;
            case JsonValueKind.String:
                draft.SetText(place, value.GetString());
                break;
            default:
                draft.Reject($"{columns.Names[place]} is neither a number nor a text.");
                break;
        }
    }
}
