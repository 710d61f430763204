using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

/// <summary>The lines under a table of items: what is added, what is taken off, and what it comes to.</summary>
internal sealed class Totals(Draft draft, Basket basket)
{
    readonly List<(Pair Pair, bool Strong)> _rows = [];

    public IReadOnlyList<(Pair Pair, bool Strong)> Rows => _rows;

    public decimal Total { get; private set; }

    /// <summary>What has been paid already, or 0.</summary>
    public decimal Paid { get; private set; }

    public Totals Sum(double discount, double shipping, double service, double rounding)
    {
        var dice = draft.Dice;
        var sum = basket.Gross;
        var tax = draft.Money.Round(sum * basket.TaxRate / (basket.TaxIncluded ? 100 + basket.TaxRate : 100));
        Total = sum + (basket.TaxIncluded ? 0 : tax);
        if (dice.Chance(0.7))
        {
            Add("subtotal", basket.TaxIncluded ? sum - tax : sum);
        }

        Change("discount", discount, -draft.Money.Round(sum * dice.Between(2, 20) / 100));
        Change("shipping", shipping, draft.Money.Round((decimal)dice.Between(3.0, 30)));
        Change("service-charge", service, draft.Money.Round(sum / 10));
        if (basket.TaxRate > 0 || dice.Chance(0.3))
        {
            AddTax(tax);
        }

        if (dice.Chance(rounding))
        {
            var rounded = Math.Round(Total * 20, MidpointRounding.AwayFromZero) / 20;
            AddUnrounded();
            Add("rounding", rounded - Total);
            Total = rounded;
        }

        return this;
    }

    public Totals Close(double paid)
    {
        var settles = draft.Dice.Chance(paid);
        var text = draft.Dice.Chance(0.6) ? draft.MarkedAmount(Total) : draft.Amount(Total);
        Add("total", text, strong: true, label => !settles || !SoundsOpen(label));
        if (settles)
        {
            Paid = draft.Money.Round(Total * draft.Dice.Between(10, 80) / 100);
            Add("deposit", Paid);
            Add("balance", draft.MarkedAmount(Total - Paid), strong: true);
        }

        return this;
    }

    /// <summary>Money handed over and handed back.</summary>
    public Totals Tendered()
    {
        decimal[] notes = [1, 5, 10, 20, 50, 100];
        var given = draft.Dice.Chance(0.35) ? Total : Math.Ceiling(Total / draft.Dice.Pick(notes)) * draft.Dice.Pick(notes);
        given = given < Total ? Total : given;
        Add("cash", given);
        if (given > Total || draft.Dice.Chance(0.6))
        {
            Add("change", given - Total);
        }

        return this;
    }

    /// <summary>The label speaks of what is still to be paid rather than of the whole sum.</summary>
    public static bool SoundsOpen(string label) =>
        label.Contains("due", StringComparison.OrdinalIgnoreCase) || label.Contains("pay", StringComparison.OrdinalIgnoreCase);

    public double Write(Area area, KeyValueShape shape, double strongFactor)
    {
        var style = draft.Style;
        var plain = new KeyValueBlock(draft.Canvas, style.Text, style.Text, style.Colon, style.Gap, style.IsTight);
        var strong = new KeyValueBlock(draft.Canvas, style.Strong.Scaled(strongFactor), style.Strong.Scaled(strongFactor), style.Colon, style.Gap, style.IsTight);
        foreach (var group in Groups(shape))
        {
            area = area.At((group[0].Strong ? strong : plain).Write(area, [.. group.Select(row => row.Pair)], shape) + (style.RowGap / 2));
        }

        return area.Y;
    }

    // One tab stop for all rows where values follow their labels; far columns line up by themselves.
    IEnumerable<(Pair Pair, bool Strong)[]> Groups(KeyValueShape shape) =>
        shape is KeyValueShape.Tabbed or KeyValueShape.ColonColumn ? [[.. _rows.Select(row => (row.Pair, false))]] : _rows.Select(row => new[] { row });

    void Change(string concept, double chance, decimal amount)
    {
        if (draft.Dice.Chance(chance))
        {
            Add(concept, amount);
            Total += amount;
        }
    }

    // The sum before rounding looks like the total but is not what is paid.
    void AddUnrounded()
    {
        if (draft.Dice.Chance(0.6) && draft.Label("unrounded-total") is { } label)
        {
            _rows.Add((new(label, draft.Amount(Total)), false));
        }
    }

    void AddTax(decimal tax)
    {
        var name = draft.Dice.Pick(draft.Country["tax-names"]);
        var rate = basket.TaxRate.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var label = draft.Cased(draft.Dice.Below(5) switch
        {
            _ when name.Any(char.IsDigit) => name,
            0 => $"{name} {rate}%",
            1 => $"{name} ({rate}%)",
            2 => basket.TaxIncluded ? $"Incl. {name}" : $"Plus {name} {rate}%",
            _ => name,
        });
        var text = draft.Amount(tax);
        draft.State(new Fact("tax", text, label) { Places = new Dictionary<string, string> { ["tax"] = name } });
        _rows.Add((new(label, text), false));
    }

    void Add(string concept, decimal amount) => Add(concept, draft.Amount(amount));

    void Add(string concept, string text, bool strong = false, Func<string, bool>? wanted = null)
    {
        if (draft.Label(concept, wanted) is { } label)
        {
            _rows.Add((new(label, draft.State(LabelBook.Get(concept).Kind, draft.Print(text), label, concept)), strong));
        }
    }
}
