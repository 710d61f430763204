using System.Globalization;
using AspireMl.Retraining.Worker.SpanReader.Generation.Countries;
using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation;

/// <summary>Draws the value of a concept in the formats of the document.</summary>
internal static class ValueMaker
{
    static readonly string[] Tens = ["ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    public static string Draw(Concept concept, Draft draft)
    {
        var (dice, space) = (draft.Dice, concept.Value.IndexOf(' '));
        var type = space < 0 ? concept.Value : concept.Value[..space];
        var argument = space < 0 ? "" : concept.Value[(space + 1)..];
        return type switch
        {
            "text" => Pattern.Fill(dice.Pick(Alternatives(argument)), dice, word => draft.Country.Draw(word, dice)),
            "date" => draft.Date(draft.Issued.AddDays(Range(argument, dice))),
            "time" => Time(dice),
            "int" => Range(argument, dice).ToString(CultureInfo.InvariantCulture),
            "money" => draft.Amount(Math.Round((decimal)dice.Between(1, 400), 2)),
            "period" => Period(draft),
            "person" => PartyMaker.PersonName(draft.Country, dice),
            "company" => PartyMaker.CompanyName(draft.Country, dice),
            "city" => dice.Pick(draft.Country["cities"]).Split('|')[0],
            "country-name" => dice.Pick(draft.Country["name"]),
            "currency" => draft.Country.Currency,
            "words" => $"{dice.Pick(Tens)} hundred {dice.Pick(Tens)} and ##/100".Replace("##", dice.Between(10, 99).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
            "customer-name" => draft.Customer.Name,
            "customer-address" => string.Join(", ", draft.Customer.Address.Select(line => line.TrimEnd(','))),
            "customer-phone" => draft.Customer.Mobile,
            "customer-email" => draft.Customer.Email,
            "customer-tax" => draft.Customer.TaxId,
            _ => OfVendor(type, draft.Vendor),
        };
    }

    static string OfVendor(string type, Party vendor) => type switch
    {
        "vendor-name" => vendor.Name,
        "vendor-phone" => vendor.Phone,
        "vendor-fax" => vendor.Fax,
        "vendor-mobile" => vendor.Mobile,
        "vendor-email" => vendor.Email,
        "vendor-web" => vendor.Web,
        "vendor-tax" => vendor.TaxId,
        "vendor-reg" => vendor.RegNo,
        "vendor-account" => vendor.Account,
        "vendor-bic" => vendor.BankCode,
        "vendor-bank" => vendor.Bank,
        _ => throw new InvalidOperationException($"No value is of the type '{type}'."),
    };

    // Alternatives are parted by '|' outside of brackets.
    static string[] Alternatives(string argument)
    {
        var (depth, start, found) = (0, 0, new List<string>());
        for (var i = 0; i <= argument.Length; i++)
        {
            if (i == argument.Length || (argument[i] == '|' && depth == 0))
            {
                found.Add(argument[start..i]);
                start = i + 1;
            }
            else
            {
                depth += argument[i] == '[' ? 1 : argument[i] == ']' ? -1 : 0;
            }
        }

        return [.. found];
    }

    static int Range(string argument, Dice dice)
    {
        var ends = argument.Split("..");
        return dice.Between(int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[1], CultureInfo.InvariantCulture));
    }

    static string Time(Dice dice)
    {
        var time = new TimeOnly(dice.Between(6, 22), dice.Below(60), dice.Below(60));
        return time.ToString(dice.Pick(["HH:mm", "HH:mm:ss", "h:mm tt", "hh:mm:ss tt"]), CultureInfo.InvariantCulture);
    }

    static string Period(Draft draft)
    {
        var from = draft.Issued.AddDays(-draft.Dice.Between(28, 95));
        if (draft.Split == GenerationSplit.Training && draft.Dice.Chance(0.3))
        {
            return ShortPeriod(draft, from);
        }

        return draft.Dice.Below(4) == 0
            ? from.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
            : draft.Date(from) + draft.Dice.Pick([" - ", " to ", " – "]) + draft.Date(from.AddDays(draft.Dice.Between(27, 91)));
    }

    static string ShortPeriod(Draft draft, DateOnly from)
    {
        var to = from.AddDays(draft.Dice.Between(27, 91));
        var dash = draft.Dice.Pick(["-", " - ", " to ", " – "]);
        return draft.Dice.Below(4) switch
        {
            0 => Print("d MMM", from) + dash + Print("d MMM yyyy", to),
            1 => Print("MMMM", from) + dash + Print("MMMM yyyy", to),
            2 => $"from {draft.Date(from)} to {draft.Date(to)}",
            _ => $"Q{(from.Month + 2) / 3}{draft.Dice.Pick(["/", " "])}{Print("yyyy", from)}",
        };

        static string Print(string format, DateOnly date) => date.ToString(format, CultureInfo.InvariantCulture);
    }
}
