namespace AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

/// <summary>Something a document may state under a label.</summary>
/// <param name="Name">Stable name, such as <c>due-date</c>.</param>
/// <param name="Kind">The kind of question that asks for it besides <c>field</c>.</param>
/// <param name="Value">How its value is drawn, see ValueMaker.</param>
/// <param name="Labels">What may be printed before it.</param>
internal sealed record Concept(string Name, string Kind, string Value, IReadOnlyList<string> Labels);
