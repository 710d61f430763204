using AspireMl.Statistics.Drift;
using CsvHelper;

namespace AspireMl.Monitoring.Worker.Comparison;

/// <summary>The columns of a CSV file with a header; commas, semicolons, tabs or bars separate, quotes are those of RFC 4180.</summary>
/// <param name="Columns">Those asked for, in the file's order.</param>
/// <param name="Header">All names in the file.</param>
/// <param name="Rows">Rows after the header.</param>
sealed record CsvTable(IReadOnlyList<CsvColumn> Columns, IReadOnlyList<string> Header, long Rows)
{
    /// <summary>Reads a file row by row; what is kept of it is its columns.</summary>
    /// <param name="file">The file.</param>
    /// <param name="wanted">The kind of each column to keep, null where the values decide; null to keep all columns.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="CsvDefectException">The file is no such CSV, or beyond a bound.</exception>
    public static async Task<CsvTable> ReadAsync(
        Stream file, IReadOnlyDictionary<string, ColumnKind?>? wanted, ComparisonOptions limits, CancellationToken cancellation)
    {
        await using var reader = CsvReader.Create(file, Options(limits), leaveOpen: false);
        try
        {
            await reader.ReadHeaderAsync(cancellation);
            return await ReadAsync(reader, CsvHeader.Check(reader.Headers, limits), wanted, limits, cancellation);
        }
        catch (CsvFormatException failure)
        {
            throw new CsvDefectException(failure.Message, failure);
        }
    }

    static async Task<CsvTable> ReadAsync(
        CsvReader reader, string[] header, IReadOnlyDictionary<string, ColumnKind?>? wanted, ComparisonOptions limits, CancellationToken cancellation)
    {
        (int Place, CsvColumn Column)[] kept = [.. header
            .Select((name, place) => (place, name))
            .Where(column => wanted is null || wanted.ContainsKey(column.name))
            .Select(column => (column.place, new CsvColumn(column.name, wanted?[column.name])))];
        var most = limits.MaxValues / header.Length;
        var rows = 0L;
        for (; await reader.ReadAsync(cancellation); rows++)
        {
            if (rows == most)
            {
                throw new CsvDefectException($"It has more than {most} rows, the most that are taken with {header.Length} columns.");
            }

            foreach (var (place, column) in kept)
            {
                column.Add(reader.GetString(place));
            }
        }

        return rows > 0 ? new([.. kept.Select(column => column.Column)], header, rows) : throw new CsvDefectException("It has a header but no rows.");
    }

    static CsvReaderOptions Options(ComparisonOptions limits) => new()
    {
        MaxRecordSize = limits.MaxRowBytes,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
        PoolStrings = true,
    };
}
