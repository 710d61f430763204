using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Countries;

/// <summary>Writes an address the way the country does, one entry a printed line.</summary>
internal static class AddressMaker
{
    public static IReadOnlyList<string> Lines(Country country, Dice dice)
    {
        var city = dice.Pick(country["cities"]).Split('|');
        return [.. dice.Pick(country["addresses"]).Split(" / ")
            .Select(line => Pattern.Fill(line, dice, word => word switch
            {
                "n" => country.Draw("numbers-in-street", dice),
                "street" => country.Draw("streets", dice),
                "park" => country.Draw("parks", dice),
                "city" => city[0],
                "region" => city[1],
                "zip" => Pattern.Fill(city[2], dice),
                _ => throw new InvalidOperationException($"An address of {country.Code} has no part named '{word}'."),
            }))
            .Select(line => line.Replace(", ,", ",", StringComparison.Ordinal).Trim())
            .Where(line => line.Any(char.IsLetterOrDigit))];
    }
}
