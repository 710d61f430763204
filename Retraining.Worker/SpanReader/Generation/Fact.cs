namespace AspireMl.Retraining.Worker.SpanReader.Generation;

/// <summary>Something that a document states and that can be asked.</summary>
/// <param name="Kind">The kind of question, or empty when only its label can be asked for.</param>
/// <param name="Answer">As printed; lines joined with a space.</param>
/// <param name="Label">The label printed with it, or empty.</param>
/// <param name="Concept">The concept behind the label, or empty.</param>
internal sealed record Fact(string Kind, string Answer, string Label = "", string Concept = "")
{
    /// <summary>The kind of wordings that ask for its label.</summary>
    public string Asked { get; init; } = "field";

    /// <summary>What fills the places of the wording: the item, the column, the tax.</summary>
    public IReadOnlyDictionary<string, string> Places { get; init; } = new Dictionary<string, string>();
}
