using System.Globalization;
using AspireMl.Retraining.Worker.SpanReader.Generation.Countries;
using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;
using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation;

/// <summary>A document while it is written: who, when, in which style, what is printed, and what it states.</summary>
internal sealed class Draft
{
    readonly List<Fact> _facts = [];
    readonly HashSet<string> _usedLabels = [];
    readonly List<string> _lacking = [];
    readonly Dictionary<string, string> _drawn = [];
    readonly string _dateFormat;

    public Draft(GenerationSplit split, string template, string noun, bool forPerson, bool ofTrade, Dice dice)
    {
        (Split, Dice, Noun, IsOfTrade, Style) = (split, dice, noun, ofTrade, new(template));
        Country = dice.Pick(CountryBook.Of(split));
        Vendor = PartyMaker.Company(Country, dice);
        CustomerCountry = dice.Chance(0.9) ? Country : dice.Pick(CountryBook.Of(split));
        Customer = !forPerson && dice.Chance(0.6) ? PartyMaker.Company(CustomerCountry, dice) : PartyMaker.Person(CustomerCountry, dice);
        Issued = new DateOnly(2004, 1, 1).AddDays(dice.Below(8200));
        Money = new(dice.Pick(Country["numbers"]), dice.Pick(Country["money"]));
        Money = split == GenerationSplit.Training && dice.Chance(0.15) ? Money.Whole() : Money;
        MarksEverywhere = dice.Chance(0.2);
        _dateFormat = dice.Pick(Country["dates"]);
        AllCaps = Style.AllCaps;
        IsNative = Country.Has("labels") && dice.Chance(0.15);
    }

    public GenerationSplit Split { get; }

    public Dice Dice { get; }

    /// <summary>What people call it: invoice, receipt, letter.</summary>
    public string Noun { get; }

    /// <summary>The issuer sells something, so one may ask for the shop or the seller.</summary>
    public bool IsOfTrade { get; }

    public LayoutStyle Style { get; }

    public Country Country { get; }

    public Country CustomerCountry { get; }

    public Party Vendor { get; }

    public Party Customer { get; }

    public DateOnly Issued { get; }

    public MoneyFormat Money { get; set; }

    /// <summary>Every amount carries the currency, not only the totals.</summary>
    public bool MarksEverywhere { get; }

    public bool AllCaps { get; set; }

    /// <summary>Prints the country's own labels where it has some.</summary>
    public bool IsNative { get; }

    public PageCanvas Canvas { get; } = new();

    public IReadOnlyList<Fact> Facts => _facts;

    /// <summary>Labels that would fit the page and are not on it.</summary>
    public IReadOnlyList<string> Lacking => _lacking;

    public string Print(string text) => AllCaps ? text.ToUpperInvariant() : text;

    public string Date(DateOnly date) => Print(date.ToString(_dateFormat, CultureInfo.InvariantCulture));

    public string Amount(decimal amount) => MarksEverywhere ? Money.Marked(amount) : Money.Plain(amount);

    public string MarkedAmount(decimal amount) => Money.Marked(amount);

    /// <summary>Records that the page states something, and hands the printed text back.</summary>
    public string State(string kind, string printed, string label = "", string concept = "")
    {
        _facts.Add(new(kind, printed, label, concept));
        return printed;
    }

    public void State(Fact fact) => _facts.Add(fact);

    /// <summary>Records that the page has no such label, although one might look for it.</summary>
    public void Lack(string label) => _lacking.Add(label);

    /// <summary>Takes back what cannot be asked in the usual words on this kind of page.</summary>
    public void Forget(params string[] kinds) => _facts.RemoveAll(fact => fact.Label.Length == 0 && kinds.Contains(fact.Kind));

    /// <summary>A label and a drawn value, stated; null when the split may print none of the concept's labels.</summary>
    public Pair? Pair(string concept)
    {
        // A page that says something twice says the same.
        if (!_drawn.TryGetValue(concept, out var value))
        {
            _drawn[concept] = value = ValueMaker.Draw(LabelBook.Get(concept), this);
        }

        return Pair(concept, value);
    }

    public Pair? Pair(string concept, params string[] lines) => Pair(concept, null, lines);

    public Pair? Pair(string concept, Func<string, bool>? wanted, string[] lines)
    {
        var found = LabelBook.Get(concept);
        var label = concept == "iban" && !Country.Has("iban") ? null : Label(concept, wanted);
        if (label is null || lines.All(line => line.Length == 0))
        {
            return null;
        }

        var printed = lines.Select(Print).ToArray();
        State(found.Kind, string.Join(' ', printed), label, concept);
        return new(label, printed);
    }

    public Pair[] Pairs(params IEnumerable<string> concepts) => [.. concepts.Select(Pair).OfType<Pair>()];

    /// <summary>A label for the concept in the template's case, never one that the page has already; null when none is left.</summary>
    public string? Label(string concept, Func<string, bool>? wanted = null)
    {
        var labels = LabelBook.LabelsFor(Localised(LabelBook.Get(concept)), Split, Dice)
            .Where(label => !_usedLabels.Contains(LabelBook.Normalise(label)) && (wanted is null || wanted(label))).ToArray();
        if (labels.Length == 0)
        {
            return null;
        }

        // The plain labels come first in the lists and are the usual ones on paper.
        var label = labels[Dice.Chance(0.4) ? Dice.Below(Math.Min(3, labels.Length)) : Dice.Below(labels.Length)];
        _usedLabels.Add(LabelBook.Normalise(label));
        return Cased(label);
    }

    public string Cased(string label) => AllCaps ? label.ToUpperInvariant() : Style.LabelCase switch
    {
        LabelCase.Upper => label.ToUpperInvariant(),
        LabelCase.Lower => label.ToLowerInvariant(),
        LabelCase.Title => string.Join(' ', label.Split(' ').Select(word => word.Length > 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word)),
        _ => label,
    };

    Concept Localised(Concept concept)
    {
        var own = concept.Name switch
        {
            "tax-id" => Country["tax-labels"],
            "company-reg-no" => Country["reg-labels"],
            "account-no" => Country["account-labels"],
            "bank-code" => Country["bic-labels"],
            _ => IsNative ? Country.NativeLabels(concept.Name) : [],
        };
        return own.Count > 0 ? concept with { Labels = own } : concept;
    }
}
