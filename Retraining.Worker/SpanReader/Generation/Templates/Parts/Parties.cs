using AspireMl.Retraining.Worker.SpanReader.Generation.Countries;
using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

/// <summary>Blocks of name and address for the customer and the place of delivery, which compete with the issuer's.</summary>
internal sealed class Parties(Draft draft)
{
    public double Write(Area area, params IReadOnlyList<string> roles)
    {
        var blocks = roles.Select(role => (Role: role, Label: draft.Label(role))).Where(block => block.Label is not null).ToArray();
        if (draft.Style.PartiesReversed)
        {
            Array.Reverse(blocks);
        }

        return blocks.Select((block, i) => Block(area.Column(i, Math.Max(blocks.Length, 1)), block.Role, block.Label!)).DefaultIfEmpty(area.Y).Max();
    }

    double Block(Area area, string role, string label)
    {
        var (style, canvas) = (draft.Style, draft.Canvas);
        var party = Occupant(role);
        canvas.Write(area, label + style.Colon, style.Labels);
        var y = area.Y + Math.Max(style.Labels.LineHeight, style.Text.LineHeight);
        var name = draft.State(LabelBook.Get(role).Kind, draft.Print(party.Name), label, role);
        canvas.Write(area.At(y), name, style.Text, Align.Left, answer: true);
        y += style.Text.LineHeight;
        if (draft.Dice.Chance(0.2))
        {
            canvas.Write(area.At(y), draft.Print(draft.Dice.Pick(["Attn: ", "c/o ", ""]) + party.Contact), style.Text);
            y += style.Text.LineHeight;
        }

        var lines = party.Address.Select(draft.Print).ToArray();
        if (role != "guest")
        {
            draft.State(role switch { "ship-to" => "delivery-address", "order-to" => "supplier-address", _ => "customer-address" }, string.Join(' ', lines));
        }

        return canvas.WriteLines(area.At(y), lines, style.Text, Align.Left, answer: true);
    }

    // Goods often go to another place of the same customer, sometimes to someone else.
    Party Occupant(string role)
    {
        if (role != "ship-to")
        {
            return draft.Customer;
        }

        var other = PartyMaker.Company(draft.CustomerCountry, draft.Dice);
        return draft.Dice.Chance(0.6) ? other with { Name = draft.Customer.Name } : other;
    }
}
