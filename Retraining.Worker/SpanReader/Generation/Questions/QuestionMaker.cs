using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Questions;

/// <summary>Asks for what a draft states, and sometimes for what it does not.</summary>
internal sealed class QuestionMaker(Draft draft, Dice dice)
{
    static readonly string[] Core = ["company", "date", "address", "total"];

    const int MostLabelled = 5;

    // The facts of a record have no wordings of their own.
    const int MostOfRecord = 9;

    const int MostLacking = 2;

    // Parts of a table and particular facts are asked for in few documents; one document can teach several.
    const int MostToLearn = 7;

    const int MostToAnswer = 4;

    const int MostItemsToLearn = 6;

    const int MostItemsToAnswer = 2;

    // Nearly every page has these; they would crowd out the rest.
    static readonly string[] Contacts = ["phone", "fax", "mobile", "email", "website", "tax-id", "company-reg-no"];

    // Concepts so particular that a page either states them under their own label or not at all.
    static readonly string[] Missable =
    [
        "iban", "tracking", "vehicle", "birth-date", "nationality", "serial-no", "table-no", "cashier", "po-no", "delivery-date", "valid-until", "member-no",
        "weight", "mileage", "course", "technician", "fax", "website", "email", "discount", "tip", "driver", "batch", "exchange-rate", "warranty", "due-date",
    ];

    public IReadOnlyList<TrainingQuestion> Make()
    {
        var byKind = draft.Facts.Where(fact => fact.Places.Count == 0 || fact.Kind == "tax")
            .GroupBy(fact => fact.Kind)
            .Where(group => group.Select(fact => fact.Answer).Distinct().Count() == 1)
            .ToDictionary(group => group.Key, group => group.First());
        var teaches = draft.Split == GenerationSplit.Training;
        var questions = new List<TrainingQuestion>();
        questions.AddRange(Core.Where(byKind.ContainsKey).Where(_ => dice.Chance(0.75)).Select(kind => Worded(byKind[kind])).OfType<TrainingQuestion>());
        var further = byKind.Values.Where(fact => !Core.Contains(fact.Kind) && WordingBook.Of(fact.Kind).Count > 0);
        var (contacts, others) = (further.Where(fact => Contacts.Contains(fact.Kind)), further.Where(fact => !Contacts.Contains(fact.Kind)));
        questions.AddRange(dice.Sample(contacts, dice.Between(0, 1)).Concat(dice.Sample(others, dice.Between(1, teaches ? MostToLearn : MostToAnswer))).Select(Worded).OfType<TrainingQuestion>());
        questions.AddRange(dice.Sample(draft.Facts.Where(IsAboutItem), dice.Between(0, teaches ? MostItemsToLearn : MostItemsToAnswer)).Select(Worded).OfType<TrainingQuestion>());
        questions.AddRange(dice.Sample(Labelled(), dice.Between(1, draft.Lacking.Count > 0 ? MostOfRecord : MostLabelled)).Select(Field));
        if (dice.Chance(0.3))
        {
            questions.AddRange(Missing());
        }

        questions.AddRange(draft.Lacking.Take(MostLacking).Select(label => Ask("none", "field", label, "")));

        return [.. questions.Where(question => !Contradicts(question, byKind)).DistinctBy(question => LabelBook.Normalise(question.Question))];
    }

    // A label such as "Company name" on a form makes a question that already asks for the issuer.
    static bool Contradicts(TrainingQuestion question, Dictionary<string, Fact> byKind) =>
        WordingBook.KindsAskedBy(question.Question).Any(kind => byKind.TryGetValue(kind, out var fact) && fact.Answer != question.Answer);

    static bool IsAboutItem(Fact fact) => fact.Places.ContainsKey("item");

    // A label that stands twice with different values has no one answer.
    IEnumerable<Fact> Labelled() => draft.Facts
        .Where(fact => fact.Label.Length > 0)
        .GroupBy(fact => LabelBook.Normalise(fact.Label))
        .Where(group => group.Select(fact => fact.Answer).Distinct().Count() == 1)
        .Select(group => group.First());

    TrainingQuestion? Worded(Fact fact)
    {
        var paid = draft.Facts.Any(other => other.Kind == "balance");
        return Wording(fact.Kind, wording => !(paid && wording.AsksForDebt) && (draft.IsOfTrade || !wording.IsOfTrade)) is { } wording
            ? new(fact.Kind, Fill(wording, fact.Places), fact.Answer, wording.Id)
            : null;
    }

    TrainingQuestion Field(Fact fact)
    {
        var label = fact.Concept.Length > 0 && dice.Chance(0.12) ? Synonym(fact) : fact.Label;
        return Ask("field", fact.Asked != "field" && dice.Chance(0.5) ? fact.Asked : "field", label, fact.Answer);
    }

    TrainingQuestion Ask(string kind, string asked, string label, string answer)
    {
        var shown = dice.Chance(0.8) ? label.ToLowerInvariant() : label;
        var wording = Wording(asked, _ => true)!;
        var question = Fill(wording, new Dictionary<string, string> { ["label"] = shown.TrimEnd('.', ' ') });
        return new(kind, question, answer, LabelBook.Normalise(label));
    }

    string Synonym(Fact fact)
    {
        var others = LabelBook.LabelsFor(LabelBook.Get(fact.Concept), draft.Split, dice)
            .Where(label => draft.Facts.All(other => LabelBook.Normalise(other.Label) != LabelBook.Normalise(label))).ToArray();
        return others.Length > 0 ? dice.Pick(others) : fact.Label;
    }

    IEnumerable<TrainingQuestion> Missing()
    {
        var absent = Missable.Where(name => !draft.Facts.Any(fact =>
            fact.Concept == name || fact.Kind.Contains(name, StringComparison.Ordinal) || (name == "iban" && fact.Kind.StartsWith("account", StringComparison.Ordinal))));
        foreach (var name in dice.Sample(absent, dice.Between(1, 2)))
        {
            if (dice.Chance(0.5) && Wording(name, _ => true) is { } wording)
            {
                yield return new("none", Fill(wording, new Dictionary<string, string>()), "", wording.Id);
            }
            else if (LabelBook.LabelsFor(LabelBook.Get(name), draft.Split, dice) is { Count: > 0 } labels)
            {
                yield return Ask("none", "field", dice.Pick(labels), "");
            }
        }
    }

    // People type in a hurry.
    string Casual(string text) => dice.Below(16) switch
    {
        0 => text.ToLowerInvariant(),
        1 => text.TrimEnd('?', '.'),
        2 => text.ToLowerInvariant().TrimEnd('?', '.'),
        3 when !text.EndsWith('?') && !text.EndsWith('.') => text + "?",
        _ => text,
    };

    Wording? Wording(string kind, Func<Wording, bool> fits)
    {
        var all = WordingBook.Of(kind).Where(fits).ToArray();
        var heldOut = draft.Split == GenerationSplit.Heldout && dice.Chance(0.5) && all.Any(wording => wording.IsHeldOut);
        var usable = all.Where(wording => wording.IsHeldOut == heldOut).ToArray();
        return usable.Length > 0 ? dice.Pick(usable) : null;
    }

    string Fill(Wording wording, IReadOnlyDictionary<string, string> places)
    {
        var text = wording.Text.Replace("{doc}", draft.Noun, StringComparison.Ordinal);
        text = places.Aggregate(text, (filled, place) => filled.Replace($"{{{place.Key}}}", place.Value, StringComparison.Ordinal));
        return Casual(text.Replace("{tax}", "tax", StringComparison.Ordinal));
    }
}
