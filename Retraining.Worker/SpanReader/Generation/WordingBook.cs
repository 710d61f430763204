using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation;

/// <summary>Every wording of a question, and which of them training never sees.</summary>
public static class WordingBook
{
    static readonly Dictionary<string, Wording[]> Kinds = Load();

    static readonly HashSet<string> HeldOutIds = [.. Kinds.Values.SelectMany(all => all).Where(wording => wording.IsHeldOut).Select(wording => wording.Id)];

    static readonly ILookup<string, string> KindsByText = Kinds
        .SelectMany(kind => kind.Value.Where(wording => !wording.Text.Contains('{')).Select(wording => (kind.Key, Text: LabelBook.Normalise(wording.Text))))
        .ToLookup(pair => pair.Text, pair => pair.Key);

    /// <summary>The kinds of question that have wordings of their own.</summary>
    public static IReadOnlyCollection<string> QuestionKinds => Kinds.Keys;

    /// <summary>True when the wording, named as in TrainingQuestion.Phrasing, is kept out of training.</summary>
    public static bool IsHeldOut(string phrasing) => HeldOutIds.Contains(phrasing);

    /// <summary>The kinds that a question asks for by its very words; empty for most.</summary>
    internal static IEnumerable<string> KindsAskedBy(string question) => KindsByText[LabelBook.Normalise(question)];

    internal static IReadOnlyList<Wording> Of(string kind) => Kinds.TryGetValue(kind, out var found) ? found : [];

    static Dictionary<string, Wording[]> Load()
    {
        var text = ResourceText.Load("questions");
        return text.Sections.ToDictionary(kind => kind, kind => text[kind].Select(line => Parse(kind, line)).ToArray());
    }

    static Wording Parse(string kind, string line)
    {
        var marks = line[..^line.TrimStart('*', '!', '$').Length];
        var text = line[marks.Length..];
        var id = $"{kind}:{string.Join('-', LabelBook.Normalise(text).Split(' '))}";
        return new(id, text, marks.Contains('*'), marks.Contains('!'), marks.Contains('$'));
    }
}
