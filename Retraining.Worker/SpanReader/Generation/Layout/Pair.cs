namespace AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

/// <summary>A label and its value as they are printed.</summary>
/// <param name="Label">Without its colon.</param>
/// <param name="Value">One entry a line.</param>
internal sealed record Pair(string Label, IReadOnlyList<string> Value)
{
    public Pair(string label, string value)
        : this(label, [value])
    {
    }
}
