using AspireMl.Contracts.Models;
using CsvHelper;
using Microsoft.AspNetCore.Components.Forms;

namespace AspireMl.Frontend.Blazor.Predicting;

/// <summary>The rows of a CSV file that a person chose.</summary>
/// <param name="Header">Its columns.</param>
/// <param name="Rows">Its cells, row by row.</param>
/// <param name="Instances">The features of each row.</param>
internal sealed record BatchFile(string[] Header, IReadOnlyList<string[]> Rows, IReadOnlyList<IReadOnlyDictionary<string, object?>> Instances)
{
    /// <summary>Most rows of a file: what the service takes in one request.</summary>
    public const int MostRows = 10_000;

    /// <summary>Most bytes of a file.</summary>
    public const int MostBytes = 8 << 20;

    static readonly CsvReaderOptions Format = new()
    {
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It cannot be used; a sentence that says why.</exception>
    public static async Task<BatchFile> ReadAsync(IBrowserFile file, ModelCard card)
    {
        if (file.Size > MostBytes)
        {
            throw new InvalidDataException($"The file has more than {MostBytes >> 20} MB; send it in parts.");
        }

        if (file.Size == 0)
        {
            throw new InvalidDataException("The file is empty; it needs a header that names the features, and rows.");
        }

        try
        {
            await using var csv = CsvReader.Create(file.OpenReadStream(MostBytes), Format, leaveOpen: false);
            return await ReadAsync(csv, card.Tabular!.Features);
        }
        catch (CsvFormatException broken)
        {
            throw new InvalidDataException(broken.Message, broken);
        }
    }

    static async Task<BatchFile> ReadAsync(CsvReader csv, IReadOnlyList<FeatureCard> features)
    {
        await csv.ReadHeaderAsync(default);
        string[] header = [.. csv.Headers];
        string[] missing = [.. features.Select(feature => feature.Name).Except(header)];
        if (missing.Length > 0)
        {
            throw new InvalidDataException($"The header lacks {string.Join(", ", missing)}.");
        }

        List<string[]> rows = [];
        while (await csv.ReadAsync(default))
        {
            rows.Add(rows.Count < MostRows
                ? [.. Enumerable.Range(0, header.Length).Select(csv.GetString)]
                : throw new InvalidDataException($"The file has more than {MostRows} rows; send it in parts."));
        }

        return rows.Count == 0
            ? throw new InvalidDataException("The file has a header but no rows.")
            : new(header, rows, [.. rows.Select(row => FeatureValues.Row(features, feature => row[Array.IndexOf(header, feature.Name)]))]);
    }
}
