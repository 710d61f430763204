namespace AspireMl.Statistics.Drift;

/// <summary>A method with the threshold at which a column counts as drifted.</summary>
/// <param name="Method">The method.</param>
/// <param name="Threshold">For a test, the p-value below which a column drifted (0 to 1); for a distance, the distance from which on it did (at least 0).</param>
public sealed record DriftTest(DriftMethod Method, double Threshold)
{
    /// <summary>The method with its default threshold.</summary>
    public DriftTest(DriftMethod method)
        : this(method, DriftMethods.Of(method).Threshold)
    {
    }

    /// <summary>The method's short name, as in queries and reports.</summary>
    public string Name => DriftMethods.Of(Method).Name;

    /// <summary>Whether the method can judge a column of this kind.</summary>
    public bool Takes(ColumnKind kind) => DriftMethods.Of(Method).Takes(kind);

    /// <summary>
    /// The default for a kind: Jensen-Shannon for categories; for numbers Wasserstein in standard deviations. Both measure how far a column
    /// moved; a p-value of many rows only says that it moved at all.
    /// </summary>
    public static DriftTest Default(ColumnKind kind) => new(kind == ColumnKind.Numeric ? DriftMethod.Wasserstein : DriftMethod.JensenShannon);

    /// <summary>The short names of all methods.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. DriftMethods.Names];

    /// <summary>Reads a short name such as <c>ks</c>; null when no method has it.</summary>
    public static DriftTest? Find(string name) => DriftMethods.Find(name) is { } method ? new(method) : null;

    /// <summary>Reads a short name such as <c>ks</c>.</summary>
    /// <exception cref="ArgumentException">No method has this name; the message lists those there are.</exception>
    public static DriftTest Parse(string name) => new(DriftMethods.Parse(name));
}
