using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;
using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;
using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>
/// A card, permit or log sheet about anything: labels of a large vocabulary over, under and beside values of any type. A label
/// says little about its value here, so that a reader must compare the question with what is printed.
/// </summary>
internal sealed class RecordTemplate : Template
{
    const int MostInBlock = 7;

    static readonly ResourceText Fields = ResourceText.Load("fields");

    static readonly RecordField[] Types = [.. Fields["types"].Select(RecordField.Parse)];

    public override string Kind => "record";

    public override bool IsForPerson => true;

    public override bool IsOfTrade => false;

    public override IReadOnlyList<string> Nouns => ["record", "card", "sheet", "document", "page"];

    public override int Weight => 8;

    public override int Layouts => 200;

    public override void Compose(Draft draft)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var page = new BusinessPage(draft, PaperWidth(draft));
        var area = page.Body;
        if (dice.Chance(0.7))
        {
            area = area.At(page.Below(new Issuer(draft).WriteTop(area)));
        }

        area = page.WriteTitle(area, dice.Pick(Fields["titles"]), dice.Pick([Align.Left, Align.Centre]));
        var shapes = dice.Sample(Enum.GetValues<KeyValueShape>(), 2).ToArray();
        foreach (var pairs in Pairs(draft, dice.Between(5, 20)).Chunk(dice.Between(3, MostInBlock)))
        {
            var block = KeyValueBlock.Of(draft);
            area = area.At(block.Write(area, pairs, dice.Pick(shapes)) + style.BlockGap);
            area = dice.Chance(0.2) ? page.WriteNotes(area, "form-hints", 1) : area;
        }

        if (dice.Chance(0.5))
        {
            new Issuer(draft).WriteFoot(area.At(Math.Max(area.Y + 10, PaperHeight(draft) - 70)));
        }
    }

    // One label in six is only asked for, never printed.
    static List<Pair> Pairs(Draft draft, int count)
    {
        var pairs = new List<Pair>();
        var used = new HashSet<string>();
        while (used.Count < count)
        {
            var field = draft.Dice.Pick(Types);
            var label = Label(field, draft.Dice);
            var plain = LabelBook.Normalise(label);
            if ((LabelBook.All.Contains(plain) && LabelBook.IsHeldOut(label)) || !used.Add(plain))
            {
                continue;
            }

            if (draft.Dice.Below(6) == 0)
            {
                draft.Lack(label);
                continue;
            }

            var value = draft.Print(ValueMaker.Draw(new(field.Name, field.Name, field.Value, []), draft));
            var printed = draft.Cased(label);
            draft.State(new Fact("", value, printed) { Asked = field.Asked });
            pairs.Add(new(printed, value));
        }

        return pairs;
    }

    static string Label(RecordField field, Dice dice)
    {
        var noun = dice.Pick(Fields[field.Name]);
        var modified = dice.Chance(0.35) ? $"{dice.Pick(Fields["modifiers"])} {noun.ToLowerInvariant()}" : noun;
        return dice.Chance(0.6) ? modified : $"{modified} {dice.Pick(field.Endings)}".TrimEnd();
    }
}
