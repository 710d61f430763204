using System.Globalization;
using System.Security.Cryptography;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>Rows of numbers from a CSV file with a header, comma separated; an empty field is NaN.</summary>
/// <param name="Names">The feature columns in the order of the file.</param>
/// <param name="Features">Row by row.</param>
/// <param name="Target">One value a row.</param>
/// <param name="Hash">SHA-256 of the file in lower-case hex.</param>
internal sealed record TabularData(IReadOnlyList<string> Names, float[] Features, float[] Target, string Hash)
{
    const long MostBytes = 1L << 30;
    const int MostColumns = 1000;

    public int Rows => Target.Length;

    public int Columns => Names.Count;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">A sentence that names the line and column that cannot be used.</exception>
    public static TabularData Read(string path, string target, IReadOnlyCollection<string> excluded)
    {
        if (new FileInfo(path).Length > MostBytes)
        {
            throw new InvalidDataException($"{path} is larger than {MostBytes} bytes; train on a part of it.");
        }

        using var lines = File.ReadLines(path).GetEnumerator();
        string[] header = lines.MoveNext()
            ? [.. lines.Current.TrimStart('\uFEFF').Split(',').Select(name => name.Trim().Trim('"'))]
            : throw new InvalidDataException($"{path} is empty; a header and rows are needed.");
        if (header.Length > MostColumns || header.Distinct(StringComparer.Ordinal).Count() != header.Length)
        {
            throw new InvalidDataException($"The header of {path} must name at most {MostColumns} different columns.");
        }

        var targetColumn = Array.IndexOf(header, target);
        if (targetColumn < 0 || excluded.FirstOrDefault(name => !header.Contains(name)) is not null)
        {
            throw new InvalidDataException($"{path} must have the target and the excluded columns; it has {string.Join(", ", header)}.");
        }

        int[] kept = [.. Enumerable.Range(0, header.Length).Where(column => column != targetColumn && !excluded.Contains(header[column]))];
        var (features, targets) = (new List<float>(), new List<float>());
        for (var line = 2; lines.MoveNext(); line++)
        {
            if (lines.Current.Length == 0)
            {
                continue;
            }

            var fields = lines.Current.Split(',');
            if (fields.Length != header.Length)
            {
                throw new InvalidDataException($"{path}, line {line}: {fields.Length} fields instead of {header.Length}.");
            }

            features.AddRange(kept.Select(column => Number(fields[column], line, header[column])));
            var value = Number(fields[targetColumn], line, target);
            targets.Add(float.IsFinite(value) ? value : throw new InvalidDataException($"{path}, line {line}: the target {target} is missing."));
        }

        using var file = File.OpenRead(path);
        return new([.. kept.Select(column => header[column])], [.. features], [.. targets], Convert.ToHexStringLower(SHA256.HashData(file)));

        float Number(string text, int line, string column) =>
            text.Length == 0 ? float.NaN
            : float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value) ? value
            : throw new InvalidDataException($"{path}, line {line}: {column} is not a number.");
    }

    /// <summary>The features of one row.</summary>
    public ReadOnlySpan<float> Row(int row) => Features.AsSpan(row * Columns, Columns);

    /// <summary>The values of one feature.</summary>
    public IEnumerable<float> Column(int column) => Enumerable.Range(0, Rows).Select(row => Features[(row * Columns) + column]);

    /// <summary>The rows in an order that the seed decides, for tables whose rows have no time.</summary>
    public TabularData Shuffle(int seed)
    {
        int[] order = [.. Enumerable.Range(0, Rows)];
        new Random(seed).Shuffle(order);
        var features = new float[Features.Length];
        for (var row = 0; row < order.Length; row++)
        {
            Row(order[row]).CopyTo(features.AsSpan(row * Columns));
        }

        return this with { Features = features, Target = [.. order.Select(row => Target[row])] };
    }

    /// <summary>Some of the rows.</summary>
    public TabularData Slice(Range rows)
    {
        var (start, count) = rows.GetOffsetAndLength(Rows);
        return this with { Features = Features[(start * Columns)..((start + count) * Columns)], Target = Target[start..(start + count)] };
    }
}
