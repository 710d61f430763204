namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>A type of field on a record.</summary>
/// <param name="Name">The type, and the list of its labels.</param>
/// <param name="Value">What <see cref="ValueMaker"/> draws.</param>
/// <param name="Endings">What a label may end with, such as "no." or nothing.</param>
internal sealed record RecordField(string Name, string Value, IReadOnlyList<string> Endings)
{
    /// <summary>The kind of wordings that ask for it: "who is the", "when was the" and so on.</summary>
    public string Asked => $"field-{Name}";

    /// <summary>Reads <c>name ; value ; ending | ending</c>.</summary>
    public static RecordField Parse(string line)
    {
        var fields = line.Split(';');
        return new(fields[0].Trim(), fields[1].Trim(), fields[2].Split('|', StringSplitOptions.TrimEntries));
    }
}
