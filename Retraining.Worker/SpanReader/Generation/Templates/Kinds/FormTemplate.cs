using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;
using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

/// <summary>A form that was filled in: sections of labelled fields in several shapes, some left empty.</summary>
internal sealed class FormTemplate : Template
{
    static readonly string[] Fields =
    [
        "first-name", "last-name", "full-name", "birth-date", "birth-place", "gender", "nationality", "marital", "occupation", "department", "employer",
        "school", "city", "home-address", "id-no", "customer-phone", "customer-email", "course", "category", "start-date", "end-date", "duration", "emergency",
        "remarks", "room", "size", "member-no", "pay-method", "project", "branch", "approval", "priority", "equipment", "serial-no", "technician", "hours",
        "approved-by", "received-by", "prepared-by", "case-no", "vehicle", "valid-until",
    ];

    public override string Kind => "form";

    public override bool IsForPerson => true;

    public override bool IsOfTrade => false;

    public override IReadOnlyList<string> Nouns => ["form", "form", "document", "application"];

    public override int Weight => 4;

    public override int Layouts => 100;

    public override void Compose(Draft draft)
    {
        var (dice, style) = (draft.Dice, draft.Style);
        var layout = new Dice(style.Picks);
        var page = new BusinessPage(draft, PaperWidth(draft));
        var area = page.Body;
        if (layout.Chance(0.7))
        {
            area = area.At(page.Below(new Issuer(draft).WriteTop(area)));
        }

        var run = draft.Canvas.Write(area, draft.Print(Phrases.Draw("form-titles", dice)), style.Title, layout.Pick([Align.Left, Align.Centre]));
        area = page.WriteNotes(area.At(area.Y + run.Font.LineHeight), "form-hints", 1);
        area = WritePairs(draft, area.At(page.Below(area.Y)), draft.Pairs(dice.Shuffled(["date", "application-no"]).Take(dice.Between(1, 2))), layout.Pick(KeyValueShapes.Usual));
        foreach (var concepts in dice.Sample(Fields, dice.Between(8, 22)).Chunk(layout.Between(4, 9)))
        {
            if (layout.Chance(0.6))
            {
                draft.Canvas.Write(area, draft.Print(Phrases.Draw("form-sections", dice)), style.Strong.Scaled(1.15));
                area = area.At(area.Y + (style.Strong.LineHeight * 1.4));
            }

            area = WritePairs(draft, area, WithEmpty(draft, draft.Pairs(concepts)), layout.Pick(KeyValueShapes.Usual));
        }

        area = page.WriteNotes(area, "form-hints", 2);
        if (layout.Chance(0.7))
        {
            new Issuer(draft).WriteFoot(area.At(Math.Max(area.Y + 10, PaperHeight(draft) - 70)));
        }
    }

    static Area WritePairs(Draft draft, Area area, IReadOnlyList<Pair> pairs, KeyValueShape shape)
    {
        var style = draft.Style;
        var at = shape is KeyValueShape.FarRight or KeyValueShape.Dotted ? area.Left(0.75) : area;
        var block = KeyValueBlock.Of(draft);
        return area.At(block.Write(at, pairs, shape) + style.BlockGap);
    }

    // A label without a value tempts the reader to take what stands next.
    static List<Pair> WithEmpty(Draft draft, Pair[] pairs)
    {
        var all = pairs.ToList();
        if (draft.Dice.Chance(0.3) && draft.Label(draft.Dice.Pick(Fields)) is { } label)
        {
            all.Insert(draft.Dice.Below(all.Count + 1), new(label, draft.Dice.Pick(["", "", "-", "n/a"])));
        }

        return all;
    }
}
