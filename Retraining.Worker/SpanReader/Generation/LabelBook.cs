using System.Collections.Frozen;
using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation;

/// <summary>Every label that generated documents may print, and which of them training never sees.</summary>
public static class LabelBook
{
    static readonly Dictionary<string, Concept> Concepts = ResourceText.Load("labels")["labels"].Select(Parse).ToDictionary(concept => concept.Name);

    static readonly HashSet<string> Shared = [.. SharedWithTotals()];

    // Looked up for every label of every document.
    static readonly FrozenDictionary<string, (string Plain, bool IsHeldOut)> Known = Concepts.Values
        .SelectMany(concept => concept.Labels).Distinct()
        .ToFrozenDictionary(label => label, label => (Simplify(label), Drawn(Simplify(label))));

    /// <summary>All labels in the form that <see cref="Normalise"/> gives.</summary>
    public static IReadOnlySet<string> All { get; } =
        Concepts.Values.SelectMany(concept => concept.Labels).Select(Normalise).ToFrozenSet();

    internal static Concept Get(string name) =>
        Concepts.TryGetValue(name, out var concept) ? concept : throw new ArgumentException($"No concept is named '{name}'.");

    internal static IEnumerable<string> Names => Concepts.Keys;

    /// <summary>True when no training document prints the label: about one in four.</summary>
    public static bool IsHeldOut(string label) => Known.TryGetValue(label, out var known) ? known.IsHeldOut : Drawn(Simplify(label));

    /// <summary>Lower case, letters and digits with single spaces, so that "Inv. No.:" and "INV NO" are one label.</summary>
    public static string Normalise(string label) => Known.TryGetValue(label, out var known) ? known.Plain : Simplify(label);

    static bool Drawn(string plain) => !Shared.Contains(plain) && StableHash.Of("label " + plain) % 7 < 2;

    static string Simplify(string label) =>
        string.Join(' ', new string([.. label.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) || c == '#' ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The labels of a concept that documents of the split may print; held-out documents prefer those that training lacks.</summary>
    internal static IReadOnlyList<string> LabelsFor(Concept concept, GenerationSplit split, Dice dice)
    {
        var wanted = split == GenerationSplit.Training || dice.Chance(0.5)
            ? concept.Labels.Where(label => !IsHeldOut(label)).ToArray()
            : concept.Labels.Where(IsHeldOut).ToArray();
        return wanted.Length > 0 || split == GenerationSplit.Training ? wanted : concept.Labels;
    }

    // The plainest labels are also words that everyone uses in passing; holding them out would empty the training pages of them.
    static IEnumerable<string> SharedWithTotals() =>
        ["total", "date", "subtotal", "name", "invoice no", "cash", "change", "tel", "phone", "customer", "address", "email", "due date"];

    static Concept Parse(string line)
    {
        var fields = line.Split(';');
        var name = fields[0].Trim().Split('>');
        return new(name[0], name[^1], fields[1].Trim(), ResourceText.Split(fields[2]));
    }
}
