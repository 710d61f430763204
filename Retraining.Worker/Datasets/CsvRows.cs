using System.Globalization;
using System.Text;
using AspireMl.ServiceDefaults.Refusals;
using CsvHelper;

namespace AspireMl.Retraining.Worker.Datasets;

/// <summary>Rows of a CSV file with a header: UTF-8, with commas, semicolons, tabs or bars, quotes as in RFC 4180, one line a row.</summary>
internal sealed class CsvRows(RowColumns columns, RowDraft draft, int mostRowBytes)
{
    const int MostShown = 10;
    const int LongestText = 200;

    readonly char[] _text = new char[LongestText];
    CsvMalformedRecord? _malformed;

    /// <summary>Reads a file into an upload, row by row.</summary>
    /// <exception cref="RefusalException">The header is not that of the dataset, or a row is beyond the bound.</exception>
    public async Task ReadAsync(Stream file, RowUpload upload, CancellationToken cancellation)
    {
        await using var reader = CsvReader.Create(file, Options(), leaveOpen: true);
        try
        {
            await reader.ReadHeaderAsync(cancellation);
            var places = PlacesOf(reader.Headers);
            while (await reader.ReadAsync(cancellation))
            {
                ReadRow(reader, places);
                await upload.TakeAsync(reader.RowNumber, draft, cancellation);
            }
        }
        catch (CsvFormatException failure)
        {
            throw Refusal.Malformed($"{failure.Message} {upload.Progress}", failure);
        }
    }

    void ReadRow(CsvReader reader, int[] places)
    {
        draft.Begin();
        // The header is a record too.
        if (_malformed is { } malformed && malformed.RecordNumber == reader.RowNumber + 1)
        {
            draft.Reject("A quote is not closed, or stands inside a field.");
        }
        else if (reader.FieldCount != places.Length)
        {
            draft.Reject($"It has {reader.FieldCount} fields, the header {places.Length}.");
        }
        else
        {
            for (var field = 0; field < places.Length; field++)
            {
                ReadField(reader.GetSpan(field), places[field]);
            }
        }
    }

    void ReadField(ReadOnlySpan<byte> field, int place)
    {
        if (field.IsEmpty)
        {
            draft.SetMissing(place);
        }
        else if (place <= columns.Target && !columns.Values[place].HoldsWords && double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            draft.SetNumber(place, value);
        }
        else if (Encoding.UTF8.TryGetChars(field, _text, out var length))
        {
            draft.SetText(place, _text.AsSpan(0, length));
        }
        else
        {
            draft.Reject($"{columns.Names[place]} has more than {LongestText} characters.");
        }
    }

    int[] PlacesOf(IReadOnlyList<string> header)
    {
        var needed = columns.Names.Take(columns.Inference);
        string[] missing = [.. needed.Except(header)];
        string[] unknown = [.. header.Where(name => columns.PlaceOf(name) is null)];
        string[] twice = [.. header.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key)];
        if (missing.Length + unknown.Length + twice.Length > 0)
        {
            throw Refusal.Unusable(
                $"The header is not that of this dataset:{Listed(" it lacks", missing)}{Listed(" it has the unknown", unknown)}{Listed(" it has twice", twice)} The columns are {string.Join(", ", needed)} and, where rows are labels of inferences, {columns.Names[columns.Inference]}.");
        }

        return [.. header.Select(name => columns.PlaceOf(name) ?? throw new InvalidOperationException($"The column {name} has no place."))];
    }

    static string Listed(string what, string[] names) => names.Length == 0 ? ""
        : $"{what} {string.Join(", ", names.Take(MostShown).Select(name => ReasonText.Shown(name)))}{(names.Length > MostShown ? $" and {names.Length - MostShown} more" : "")}.";

    CsvReaderOptions Options() => new()
    {
        MaxRecordSize = mostRowBytes,
        // An open quote then spoils its own line, not the rest of the file.
        AllowLineBreaksInQuotes = false,
        OnMalformedRecord = record => _malformed = record,
        IncludeValuesInExceptions = false,
    };
}
