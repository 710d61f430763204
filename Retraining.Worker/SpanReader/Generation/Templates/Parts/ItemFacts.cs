namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

/// <summary>States what a table says about its items, so that it can be asked by the item's name.</summary>
internal static class ItemFacts
{
    public static void State(Draft draft, string kind, string item, string answer) =>
        draft.State(new Fact(kind, answer) { Places = new Dictionary<string, string> { ["item"] = item } });

    public static void StateCell(Draft draft, string item, string column, string answer) =>
        draft.State(new Fact("cell", answer)
        {
            Places = new Dictionary<string, string> { ["item"] = item, ["column"] = column.ToLowerInvariant() },
        });
}
