namespace AspireMl.Statistics.Sketches;

/// <summary>The byte form of sketches: a letter for the kind, a version, then the fields in little-endian order. Reading trusts no length.</summary>
internal static class SketchBytes
{
    const byte Numeric = (byte)'N';
    const byte Categories = (byte)'C';
    const byte Version = 1;
    const int MostLevels = 60;

    public static byte[] Write(NumericSketch sketch)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Numeric);
        writer.Write(Version);
        writer.Write(sketch.Missing);
        writer.Write(sketch.Infinite);
        writer.Write(sketch.Moments.Mean);
        writer.Write(sketch.Moments.SquaredDeviations);
        var quantiles = sketch.Quantiles;
        writer.Write(quantiles.Capacity);
        writer.Write(quantiles.Coins);
        writer.Write(quantiles.Variance);
        writer.Write(quantiles.Min);
        writer.Write(quantiles.Max);
        writer.Write((byte)quantiles.Levels.Count);
        foreach (var level in quantiles.Levels)
        {
            writer.Write(level.Count);
            foreach (var value in level.Values)
            {
                writer.Write(value);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Write(CategorySketch sketch)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Categories);
        writer.Write(Version);
        writer.Write(sketch.Capacity);
        writer.Write(sketch.Missing);
        writer.Write(sketch.Other);
        writer.Write(sketch.Counts.Count);
        foreach (var (category, count) in sketch.Counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(category);
            writer.Write(count);
        }

        return stream.ToArray();
    }

    public static NumericSketch ReadNumeric(ReadOnlySpan<byte> bytes) => Read(bytes, Numeric, "a numeric sketch", reader =>
    {
        var (missing, infinite) = (NotNegative(reader), NotNegative(reader));
        var (mean, deviations) = (reader.ReadDouble(), reader.ReadDouble());
        var (capacity, coins) = (Within(reader.ReadInt32(), Capacities.Smallest, Capacities.Largest), reader.ReadUInt64());
        var (variance, min, max) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        var levels = new List<Compactor>();
        var depth = Within(reader.ReadByte(), 1, MostLevels);
        var count = 0L;
        for (var level = 0; level < depth; level++)
        {
            var compactor = new Compactor(Capacities.Of(capacity, depth - 1 - level));
            var values = new double[Within(reader.ReadInt32(), 0, 2 * Capacities.Largest)];
            for (var index = 0; index < values.Length; index++)
            {
                values[index] = reader.ReadDouble() is var value && double.IsFinite(value) ? value : throw Broken("a numeric sketch");
            }

            compactor.Load(values);
            levels.Add(compactor);
            count += (long)values.Length << level;
        }

        return NumericSketch.Restore(new(capacity, coins, count, variance, min, max, levels), new(count, mean, deviations), missing, infinite);
    });

    public static CategorySketch ReadCategories(ReadOnlySpan<byte> bytes) => Read(bytes, Categories, "a category sketch", reader =>
    {
        var (capacity, missing, other) = (Within(reader.ReadInt32(), 1, 100_000), NotNegative(reader), NotNegative(reader));
        var counts = new KeyValuePair<string, long>[Within(reader.ReadInt32(), 0, capacity)];
        for (var index = 0; index < counts.Length; index++)
        {
            counts[index] = new(reader.ReadString(), NotNegative(reader));
        }

        return CategorySketch.Restore(capacity, missing, other, counts);
    });

    static T Read<T>(ReadOnlySpan<byte> bytes, byte kind, string name, Func<BinaryReader, T> read)
    {
        if (bytes.Length < 2 || bytes[0] != kind)
        {
            throw Broken(name);
        }

        if (bytes[1] != Version)
        {
            throw new InvalidDataException($"The bytes hold version {bytes[1]} of {name}; this build reads version {Version}.");
        }

        using var reader = new BinaryReader(new MemoryStream(bytes[2..].ToArray()));
        try
        {
            var sketch = read(reader);
            return reader.BaseStream.Position == reader.BaseStream.Length ? sketch : throw Broken(name);
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException(Broken(name).Message, exception);
        }
    }

    static long NotNegative(BinaryReader reader) => reader.ReadInt64() is >= 0 and var value ? value : throw new InvalidDataException("A count in the sketch is negative.");

    static int Within(int value, int least, int most) =>
        value >= least && value <= most ? value : throw new InvalidDataException($"A length in the sketch is {value}, outside {least} to {most}.");

    static InvalidDataException Broken(string name) => new($"The bytes are not {name}, or are cut short.");
}
