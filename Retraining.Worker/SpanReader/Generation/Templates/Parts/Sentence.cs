using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

/// <summary>
/// A sentence that states something. <c>deadline=date 5..30</c> in braces draws a date and states it under that kind;
/// <c>_=date 5..30</c> draws one that only competes. The value never breaks over a line.
/// </summary>
internal sealed class Sentence(Draft draft, string pattern)
{
    const char NoBreak = '\u00A0';

    public string Text { get; } = Pattern.Fill(pattern, draft.Dice, place => Place(draft, place));

    static string Place(Draft draft, string place)
    {
        var parts = place.Split('=');
        var value = draft.Print(parts[1].StartsWith("amount", StringComparison.Ordinal)
            ? draft.MarkedAmount(draft.Money.Round((decimal)Math.Exp(draft.Dice.Between(2.0, 10))))
            : ValueMaker.Draw(new Concept(parts[0], parts[0], parts[1], []), draft));
        if (parts[0] != "_")
        {
            draft.State(parts[0], value);
        }

        return value.Replace(' ', NoBreak);
    }
}
