using System.Globalization;
using System.Security.Cryptography;
using CsvHelper;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>Reads rows of numbers from a CSV file with a header: commas, semicolons, tabs or bars; an empty field is NaN.</summary>
internal static class TabularCsv
{
    const long MostBytes = 1L << 30;
    const int MostColumns = 1000;
    const int MostRowBytes = 1 << 20;

    static readonly CsvReaderOptions Options = new()
    {
        MaxRecordSize = MostRowBytes,
        AllowLineBreaksInQuotes = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        TrackLineNumbers = true,
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">A sentence that names the line and column that cannot be used.</exception>
    public static TabularData Read(string path, string target, IReadOnlyCollection<string> excluded)
    {
        if (new FileInfo(path).Length > MostBytes)
        {
            throw new InvalidDataException($"{path} is larger than {MostBytes} bytes; train on a part of it.");
        }

        using var file = File.OpenRead(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        file.Position = 0;
        try
        {
            using var reader = CsvReader.Create(file, Options);
            return Read(reader, path, target, excluded, hash);
        }
        catch (CsvFormatException failure)
        {
            throw new InvalidDataException($"{path}, line {failure.LineNumber}: {failure.Message}", failure);
        }
    }

    static TabularData Read(CsvReader reader, string path, string target, IReadOnlyCollection<string> excluded, string hash)
    {
        reader.ReadHeader();
        var header = CheckHeader([.. reader.Headers], path, target, excluded);
        var targetColumn = Array.IndexOf(header, target);
        int[] kept = [.. Enumerable.Range(0, header.Length).Where(column => column != targetColumn && !excluded.Contains(header[column]))];
        var (features, targets) = (new List<float>(), new List<float>());
        while (reader.Read())
        {
            foreach (var column in kept)
            {
                features.Add(Number(reader, column, header[column], path));
            }

            var value = Number(reader, targetColumn, target, path);
            targets.Add(float.IsFinite(value) ? value : throw new InvalidDataException($"{path}, line {reader.LineNumber}: the target {target} is missing."));
        }

        return new([.. kept.Select(column => header[column])], [.. features], [.. targets], hash);
    }

    static string[] CheckHeader(string[] header, string path, string target, IReadOnlyCollection<string> excluded)
    {
        if (header.Length is 0 or > MostColumns || header.Distinct(StringComparer.Ordinal).Count() != header.Length)
        {
            throw new InvalidDataException($"The header of {path} must name 1 to {MostColumns} different columns.");
        }

        return excluded.Append(target).All(header.Contains)
            ? header
            : throw new InvalidDataException($"{path} must have the target and the excluded columns; it has {string.Join(", ", header)}.");
    }

    static float Number(CsvReader reader, int column, string name, string path)
    {
        var field = reader.GetSpan(column);
        return field.IsEmpty ? float.NaN
            : float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value) ? value
            : throw new InvalidDataException($"{path}, line {reader.LineNumber}: {name} is not a number.");
    }
}
