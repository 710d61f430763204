using System.Text.Json;
using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Modeling.Tabular.Instances;

/// <summary>One reading of rows into a table.</summary>
sealed class InstanceRows(FeatureColumn[] columns, Vocabulary names, int mostRows, InstanceTable table)
{
    const string Instances = "instances";
    const string Shape = $$"""the text must be {"{{Instances}}":[{"feature":value,...},...]}""";

    readonly RowDefects _defects = new();

    // The row that gave each feature last, the rows in which it is unusual, and the first of those.
    readonly int[] _given = new int[columns.Length];
    readonly int[] _unusual = new int[columns.Length];
    readonly int[] _firstUnusual = new int[columns.Length];

    public void Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        ReadWhole(ref reader);
        _defects.ThrowIfAny(table.Rows);
        table.Warnings = [.. Enumerable.Range(0, columns.Length).Where(column => _unusual[column] > 0)
            .Select(column => new RangeWarning(columns[column].Range, _unusual[column], _firstUnusual[column]))];
    }

    void ReadWhole(ref Utf8JsonReader reader)
    {
        Expect(reader.Read() && reader.TokenType == JsonTokenType.StartObject);
        Expect(reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(Instances));
        Expect(reader.Read() && reader.TokenType == JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (table.Rows == mostRows)
            {
                throw new InstancesRejectedException(InstancesRejection.TooMany, $"There are more than {mostRows} instances; send several smaller requests.");
            }

            ReadRow(ref reader, table.Add());
        }

        Expect(reader.Read() && reader.TokenType == JsonTokenType.EndObject && !reader.Read());
        if (table.Rows == 0)
        {
            throw new InstancesRejectedException(InstancesRejection.Unusable, $"There are no instances; send 1 to {mostRows}.");
        }
    }

    void ReadRow(ref Utf8JsonReader reader, Span<float> values)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            _defects.Add(table.Rows, "it is not an object");
            reader.Skip();
            return;
        }

        // Most rows name their features in one order, so the next one is tried first.
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var column = next < columns.Length && reader.ValueTextEquals(columns[next].Utf8Name) ? next : names.Find(ref reader);
            next = column + 1;
            if (column < 0)
            {
                _defects.Add(table.Rows, $"{CardRules.Shown(reader.GetString()!)} is not a feature of the model");
                reader.Read();
                reader.Skip();
                continue;
            }

            reader.Read();
            values[column] = ReadValue(ref reader, column);
        }

        CheckMissing(values);
    }

    float ReadValue(ref Utf8JsonReader reader, int column)
    {
        if (_given[column] == table.Rows)
        {
            _defects.Add(table.Rows, $"{columns[column].Name} is there twice");
        }

        _given[column] = table.Rows;
        if (columns[column].Read(ref reader, out var value, out var isUnusual) is { } defect)
        {
            _defects.Add(table.Rows, $"{columns[column].Name} {defect}");
            // The row is refused already; it need not be called missing too.
            return 0;
        }

        if (isUnusual)
        {
            _firstUnusual[column] = _unusual[column]++ == 0 ? table.Rows : _firstUnusual[column];
        }

        return value;
    }

    void CheckMissing(ReadOnlySpan<float> values)
    {
        for (var column = 0; column < values.Length; column++)
        {
            if (!float.IsNaN(values[column]))
            {
                continue;
            }

            table.Missing++;
            if (!columns[column].MayBeMissing)
            {
                _defects.Add(table.Rows, $"{columns[column].Name} is missing");
            }
        }
    }

    static void Expect(bool isAsExpected)
    {
        if (!isAsExpected)
        {
            throw new InstancesRejectedException(InstancesRejection.Malformed, $"The instances cannot be found; {Shape}.");
        }
    }
}
