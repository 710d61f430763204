namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>What a candidate's text looks like.</summary>
internal static class ContentFeatures
{
    public static void Write(ref FeatureRow row, Candidate candidate, PageLayout layout)
    {
        var text = candidate.Text;
        var traits = candidate.Lines.Length == 1 && candidate.Start == 0 && candidate.End == candidate.First.Text.Length
            ? candidate.First.Traits
            : LineTraits.Of(text);
        var shape = Shapes.Of(text);

        row.Add("lines", candidate.Lines.Length);
        row.Add("characters", text.Length);
        row.Add("words", traits.WordCount);
        row.Add("digit_share", (float)traits.Digits / text.Length);
        row.Add("letter_share", (float)traits.Letters / text.Length);
        row.Add("upper_share", traits.Letters == 0 ? 0 : (float)traits.Upper / traits.Letters);
        row.Add("digits", traits.Digits);
        row.Add("is_date", shape.HasFlag(Shape.Date));
        row.Add("is_time", shape.HasFlag(Shape.Time));
        row.Add("is_amount", shape.HasFlag(Shape.Amount));
        row.Add("is_phone", shape.HasFlag(Shape.Phone));
        row.Add("is_internet", shape.HasFlag(Shape.Internet));
        row.Add("is_identifier", shape.HasFlag(Shape.Identifier));
        row.Add("is_number", shape.HasFlag(Shape.Number));
        row.Add("has_currency", shape.HasFlag(Shape.Currency));
        row.Add("is_percent", shape.HasFlag(Shape.Percent));
        row.Add("dates", traits.HasDate ? Shapes.DatePattern.Count(text) : 0);
        row.Add("contains_amount", traits.HasAmount);
        row.Add("contains_phone", traits.HasPhone);
        row.Add("contains_internet", traits.HasInternet);
        row.Add("contains_identifier", traits.HasIdentifier);
        row.Add("contains_colon", traits.HasColon);
        row.Add("commas", traits.Commas);
        row.Add("legal_forms", traits.LegalForms);
        row.Add("places", traits.Places);
        row.Add("streets", traits.Streets);
        row.Add("regions", traits.Regions);
        row.Add("given_names", traits.GivenNames);
        row.Add("family_names", traits.FamilyNames);
        row.Add("payment_means", traits.PaymentMeans);
        row.Add("honorifics", traits.Honorifics);
        row.Add("name_words", traits.NameWords);
        row.Add("postal_code", traits.HasPostalCode);
        row.Add("house_number", traits.StartsWithHouseNumber);
        row.Add("ends_with_legal_form", EndsWithLegalForm(traits));
        row.Add("first_is_letter", char.IsLetter(text[0]));
        row.Add("last_is_digit", char.IsAsciiDigit(text[^1]));
        row.Add("last_is_comma", text[^1] == ',');
        row.Add("last_is_point", text[^1] == '.');
        row.Add("has_bracket", text.Contains('(', StringComparison.Ordinal));
        row.Add("ocr_confidence", (float)candidate.Lines.Min(line => line.Confidence));
        WriteAmount(ref row, text, shape, layout.Amounts);
        WriteLines(ref row, candidate);
        var repeats = layout.Repeats.Of(traits.Words, candidate.Lines);
        row.Add("repeated_most", MathF.Min(repeats.Most, 10));
        row.Add("repeated_least", MathF.Min(repeats.Least, 10));
        row.Add("repeated_internet", repeats.Internet);
    }

    static void WriteAmount(ref FeatureRow row, string text, Shape shape, AmountTable amounts)
    {
        var value = 0.0;
        var isAmount = shape.HasFlag(Shape.Amount) && Shapes.TryReadAmount(text, out value);
        row.Add("amount_of_largest", isAmount && amounts.Largest > 0 ? (float)(value / amounts.Largest) : -1);
        row.Add("amount_rank", isAmount ? amounts.RankOf(value) : -1);
        row.Add("amount_count", isAmount ? amounts.CountOf(value) : -1);
        row.Add("amount_zero", isAmount && value == 0);
        var isPositive = isAmount && value > 0;
        row.Add("amount_is_sum", isPositive && amounts.IsSum(value));
        row.Add("amount_is_difference", isPositive && amounts.IsDifference(value));
        row.Add("amount_is_net", isPositive && amounts.IsNet(value));
        row.Add("amount_is_tax", isPositive && amounts.IsTax(value));
    }

    static void WriteLines(ref FeatureRow row, Candidate candidate)
    {
        var (least, most, sum) = (float.MaxValue, float.MinValue, 0f);
        foreach (var line in candidate.Lines)
        {
            var score = line.Traits.AddressScore;
            (least, most, sum) = (MathF.Min(least, score), MathF.Max(most, score), sum + score);
        }

        row.Add("address_least", least);
        row.Add("address_most", most);
        row.Add("address_sum", sum);
        row.Add("address_first", candidate.First.Traits.AddressScore);
        row.Add("address_last", candidate.Last.Traits.AddressScore);
        row.Add("last_line_region", candidate.Last.Traits.Regions);
        row.Add("last_line_postal", candidate.Last.Traits.HasPostalCode);
        row.Add("first_line_legal_form", candidate.First.Traits.LegalForms);
        row.Add("first_line_house_number", candidate.First.Traits.StartsWithHouseNumber);
        row.Add("first_line_identifier", candidate.First.Traits.HasIdentifier);
        row.Add("first_line_digit_share", Share(candidate.First));
        row.Add("first_line_letters", candidate.First.Traits.Letters);
        row.Add("first_line_place", candidate.First.Traits.Places);
        row.Add("first_line_concepts", ulong.PopCount(candidate.First.Label.Concepts));
        row.Add("last_line_identifier", candidate.Last.Traits.HasIdentifier);
        row.Add("last_line_digit_share", Share(candidate.Last));
        row.Add("last_line_letters", candidate.Last.Traits.Letters);
        row.Add("last_line_concepts", ulong.PopCount(candidate.Last.Label.Concepts));
        row.Add("last_line_contact", candidate.Last.Traits.HasPhone || candidate.Last.Traits.HasInternet || candidate.Last.Traits.HasDate || candidate.Last.Traits.HasAmount);
        row.Add("height_spread", candidate.Lines.Max(line => line.Box.Height) / MathF.Max(1, candidate.Lines.Min(line => line.Box.Height)));
    }

    static float Share(PageLine line) => (float)line.Traits.Digits / MathF.Max(1, line.Text.Length);

    static bool EndsWithLegalForm(LineTraits traits) => traits.WordCount > 1 && Lexicon.Default.IsIn("legal-form", traits.Words[^1]);
}
