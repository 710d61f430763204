using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

/// <summary>One position of an order.</summary>
internal sealed record BasketLine(string Code, string Description, decimal Quantity, decimal Price, decimal Amount);

/// <summary>What was bought and what it comes to.</summary>
internal sealed record Basket(IReadOnlyList<BasketLine> Lines, decimal TaxRate, bool TaxIncluded)
{
    static readonly ResourceText Items = ResourceText.Load("items");
    static readonly string[] Groups = [.. Items.Sections];

    public decimal Gross => Lines.Sum(line => line.Amount);

    public static Basket Draw(Draft draft, int low, int high, double largestPrice, int largestQuantity)
    {
        var dice = draft.Dice;
        var own = draft.Country["items"];
        var group = own.Count > 0 && dice.Chance(0.35) ? own : Items[dice.Pick(Groups)];
        var scale = draft.Money.HasCents ? 1m : 120m;
        var codes = dice.Pick(["#####", "@@-####", "@####", "########", "##-###-##", "955#########"]);
        var descriptions = Enumerable.Range(0, dice.Between(low, high)).Select(_ => draft.Print(Pattern.Fill(dice.Pick(group), dice))).Distinct();
        var lines = descriptions.Select(description =>
        {
            var quantity = dice.Chance(0.55) ? 1 : dice.Chance(0.8) ? dice.Between(2, 9) : dice.Between(2, largestQuantity);
            var price = draft.Money.Round((decimal)Math.Exp(dice.Between(0.2, Math.Log(largestPrice))) * scale);
            price = dice.Chance(0.4) && scale == 1 ? Math.Floor(price) + dice.Pick([0.99m, 0.5m, 0m, 0.95m]) : price;
            price = Math.Max(price, scale / 2);
            return new BasketLine(Pattern.Fill(codes, dice), description, quantity, price, draft.Money.Round(price * quantity));
        }).ToArray();
        var rate = decimal.Parse(dice.Pick(draft.Country["tax-rates"]), System.Globalization.CultureInfo.InvariantCulture);
        return new(lines, rate, dice.Chance(0.4));
    }
}
