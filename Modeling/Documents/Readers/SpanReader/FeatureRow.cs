namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>Writes features one after the other; the same calls give the names when there is a list to put them in.</summary>
internal ref struct FeatureRow(Span<float> values, List<string>? names = null)
{
    readonly Span<float> _values = values;

    /// <summary>How many were written.</summary>
    public int Count { get; private set; }

    /// <summary>Writes one value.</summary>
    public void Add(string name, float value)
    {
        _values[Count++] = value;
        names?.Add(name);
    }

    /// <summary>Writes 1 or 0.</summary>
    public void Add(string name, bool value) => Add(name, value ? 1f : 0f);
}
