using System.Collections.Frozen;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>
/// Words that documents use for the same thing: abbreviations with their long forms, and concepts with the phrases that
/// name them. Read once from the embedded file <c>lexicon.txt</c>.
/// </summary>
internal sealed class Lexicon
{
    readonly FrozenDictionary<string, string> _long;
    readonly FrozenDictionary<string, FrozenSet<string>> _words;
    readonly FrozenDictionary<string, (string[] Phrase, int Concept)[]> _phrases;

    Lexicon(
        FrozenDictionary<string, string> longForms,
        FrozenDictionary<string, FrozenSet<string>> words,
        IReadOnlyList<string> concepts,
        FrozenDictionary<string, (string[] Phrase, int Concept)[]> phrases)
    {
        _long = longForms;
        _words = words;
        _phrases = phrases;
        Concepts = concepts;
    }

    /// <summary>The lexicon that travels with the assembly.</summary>
    public static Lexicon Default { get; } = Read();

    /// <summary>Names of the concepts; their order is that of the bits in <see cref="ConceptsOf"/>.</summary>
    public IReadOnlyList<string> Concepts { get; }

    /// <summary>The long form of a lower-case word: <c>inv</c> gives <c>invoice</c>; other words give themselves.</summary>
    public string Canonical(string word) => _long.GetValueOrDefault(word, word);

    /// <summary>True when the lower-case word belongs to the named list, for example <c>street</c> or <c>legal-form</c>.</summary>
    public bool IsIn(string list, string word) => _words[list].Contains(word);

    /// <summary>The concepts that canonical words name, as bits. A longer phrase hides the shorter ones inside it.</summary>
    public ulong ConceptsOf(IReadOnlyList<string> words)
    {
        var concepts = 0UL;
        for (var i = 0; i < words.Count;)
        {
            var step = 1;
            if (_phrases.TryGetValue(words[i], out var candidates))
            {
                foreach (var (phrase, concept) in candidates)
                {
                    if (phrase.Length < step)
                    {
                        break;
                    }

                    if (StartsAt(words, i, phrase))
                    {
                        concepts |= 1UL << concept;
                        step = phrase.Length;
                    }
                }
            }

            i += step;
        }

        return concepts;
    }

    static bool StartsAt(IReadOnlyList<string> words, int start, string[] phrase)
    {
        if (start + phrase.Length > words.Count)
        {
            return false;
        }

        for (var i = 0; i < phrase.Length; i++)
        {
            if (!string.Equals(words[start + i], phrase[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    static Lexicon Read()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("span-reader-lexicon.txt")!;
        using var reader = new StreamReader(stream);
        var longForms = new Dictionary<string, string>();
        var words = new Dictionary<string, FrozenSet<string>>();
        var concepts = new List<string>();
        var phrases = new List<(string[] Phrase, int Concept)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var colon = line.IndexOf(':');
            var (head, body) = (line[..colon].Split(' '), line[(colon + 1)..]);
            const StringSplitOptions trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
            switch (head[0])
            {
                case "long":
                    foreach (var form in body.Split(' ', trimmed))
                    {
                        longForms[form] = head[1];
                    }

                    break;
                case "words":
                    words[head[1]] = body.Split(' ', trimmed).ToFrozenSet();
                    break;
                default:
                    concepts.Add(head[1]);
                    foreach (var phrase in body.Split('|', trimmed))
                    {
                        phrases.Add((phrase.Split(' ', trimmed).Select(word => longForms.GetValueOrDefault(word, word)).ToArray(), concepts.Count - 1));
                    }

                    break;
            }
        }

        return new(
            longForms.ToFrozenDictionary(),
            words.ToFrozenDictionary(),
            concepts,
            phrases.GroupBy(p => p.Phrase[0]).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Phrase.Length).ToArray()));
    }
}
