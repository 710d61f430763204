using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Countries;

/// <summary>Invents companies and people: every name is put together from word lists and syllables.</summary>
internal static class PartyMaker
{
    static readonly ResourceText Names = ResourceText.Load("names");

    public static Party Company(Country country, Dice dice) => Make(country, dice, CompanyName(country, dice));

    public static Party Person(Country country, Dice dice) => Make(country, dice, PersonName(country, dice));

    public static string PersonName(Country country, Dice dice)
    {
        var given = country.Draw("given", dice);
        var family = country.Draw("family", dice);
        return dice.Below(12) switch
        {
            0 => $"{given} {(char)('A' + dice.Below(26))}. {family}",
            1 => $"{dice.Pick(Names["honorifics"])} {given} {family}",
            2 => $"{given[0]}. {family}",
            3 => $"{family}, {given}",
            _ => $"{given} {family}",
        };
    }

    public static string CompanyName(Country country, Dice dice) =>
        Pattern.Fill(dice.Pick(Names["companies"]), dice, word => word switch
        {
            "coined" => Coined(dice),
            "Initials" => Pattern.Fill(dice.Pick(["@@", "@@@", "@ & @", "@@@"]), dice),
            "city" => dice.Pick(country["cities"]).Split('|')[0],
            "suffix" => country.Draw("suffixes", dice),
            "trade" => country.Draw("trades", dice),
            "word" => country.Draw("words", dice),
            "noun" => dice.Pick(Names["nouns"]),
            _ => country.Draw(word, dice),
        });

    static string Coined(Dice dice)
    {
        var name = string.Concat(dice.Pick(Names["starts"]), dice.Chance(0.5) ? dice.Pick(Names["middles"]) : "", dice.Pick(Names["ends"]));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    static Party Make(Country country, Dice dice, string name)
    {
        var slug = Slug(name);
        var domain = $"{slug}.{country.Draw("tld", dice)}";
        var phones = country["phones"];
        return new(
            country,
            name,
            AddressMaker.Lines(country, dice),
            PersonName(country, dice),
            Pattern.Fill(dice.Pick(phones), dice),
            Pattern.Fill(dice.Pick(phones), dice),
            Pattern.Fill(dice.Pick(country.Has("mobiles") ? country["mobiles"] : phones), dice),
            $"{MailBox(country, dice)}@{domain}",
            dice.Pick(["www.", "www.", "", "https://", "https://www."]) + domain,
            country.Draw("tax-ids", dice),
            country.Draw("reg-ids", dice),
            country.Draw(country.Has("iban") && dice.Chance(0.7) ? "iban" : "accounts", dice),
            country.Draw("bics", dice),
            $"{dice.Pick([Coined(dice), country.Draw("words", dice)])} {dice.Pick(["Bank", "Savings Bank", "Bank plc", "Credit Bank", "National Bank"])}");
    }

    static string MailBox(Country country, Dice dice) => dice.Below(3) switch
    {
        0 => Slug(country.Draw("given", dice)) + "." + Slug(country.Draw("family", dice)),
        _ => dice.Pick(Names["mailboxes"]),
    };

    static string Slug(string name)
    {
        var plain = new string([.. name.ToLowerInvariant().Where(c => c is >= 'a' and <= 'z')]);
        return plain.Length > 14 ? plain[..14] : plain.Length < 3 ? plain + "mail" : plain;
    }
}
