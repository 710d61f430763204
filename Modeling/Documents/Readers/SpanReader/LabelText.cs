using System.Text;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>A label or a question in the forms that similarities compare.</summary>
internal sealed class LabelText
{
    const double CommonWordWeight = 0.4;

    readonly ushort[] _trigrams;

    LabelText(string compact, string[] words, Lexicon lexicon)
    {
        Compact = compact;
        Words = words;
        Concepts = lexicon.ConceptsOf(words);
        Kin = lexicon.KinOf(words);
        _trigrams = TrigramsOf(compact);
        foreach (var word in words)
        {
            Weight += WeightOf(word);
        }
    }

    /// <summary>No label.</summary>
    public static LabelText Empty { get; } = new("", [], Lexicon.Default);

    /// <summary>Lower-case letters and digits without spaces, accents taken off.</summary>
    public string Compact { get; }

    /// <summary>Canonical words in order.</summary>
    public string[] Words { get; }

    /// <summary>Concepts that the words name, as bits.</summary>
    public ulong Concepts { get; }

    /// <summary>Kin that the words name, as bits.</summary>
    public UInt128 Kin { get; }

    /// <summary>Sum of the words' weights; common words such as <c>number</c> weigh less.</summary>
    public double Weight { get; }

    /// <summary>True when there is nothing to compare.</summary>
    public bool IsEmpty => Words.Length == 0;

    /// <summary>Takes the forms of a text as it stands.</summary>
    public static LabelText Of(ReadOnlySpan<char> text)
    {
        var words = WordsOf(text);
        return words.Count == 0 ? Empty : new(string.Concat(words), [.. words.Select(Lexicon.Default.Canonical)], Lexicon.Default);
    }

    /// <summary>Takes the forms of chosen lower-case words.</summary>
    public static LabelText OfWords(IReadOnlyList<string> words) =>
        words.Count == 0 ? Empty : new(string.Concat(words), [.. words.Select(Lexicon.Default.Canonical)], Lexicon.Default);

    /// <summary>Lower-case words of letters or digits; <c>#</c> counts as the word <c>no</c>.</summary>
    public static List<string> WordsOf(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var accented in text)
        {
            var c = Accents.Remove(accented);
            if (char.IsLetterOrDigit(c) || (c is '\'' && word.Length > 0))
            {
                word.Append(char.ToLowerInvariant(c));
                continue;
            }

            Flush(words, word);
            if (c == '#')
            {
                words.Add("no");
            }
        }

        Flush(words, word);
        return words;
    }

    /// <summary>Dice coefficient of the character trigrams, 0 to 1.</summary>
    public double Dice(LabelText other)
    {
        if (_trigrams.Length == 0 || other._trigrams.Length == 0)
        {
            return 0;
        }

        var shared = 0;
        for (int i = 0, j = 0; i < _trigrams.Length && j < other._trigrams.Length;)
        {
            var order = _trigrams[i].CompareTo(other._trigrams[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return 2.0 * shared / (_trigrams.Length + other._trigrams.Length);
    }

    /// <summary>Weighted share of this text's words that the other has too, 0 to 1.</summary>
    public double SharedWith(LabelText other)
    {
        if (Weight == 0)
        {
            return 0;
        }

        var shared = 0.0;
        foreach (var word in Words)
        {
            shared += Array.IndexOf(other.Words, word) >= 0 ? WeightOf(word) : 0;
        }

        return shared / Weight;
    }

    /// <summary>Share of the concepts that both name among those that either names, 0 to 1.</summary>
    public double ConceptOverlap(LabelText other) => Overlap(Concepts, other.Concepts);

    /// <summary>Share of the kin that both name among those that either names, 0 to 1.</summary>
    public double KinOverlap(LabelText other) => Overlap(Kin, other.Kin);

    static double Overlap(UInt128 some, UInt128 others)
    {
        var either = (int)UInt128.PopCount(some | others);
        return either == 0 ? 0 : (double)(int)UInt128.PopCount(some & others) / either;
    }

    static double WeightOf(string word) => word is "number" or "identification" or "of" or "code" ? CommonWordWeight : 1;

    static void Flush(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    static ushort[] TrigramsOf(string compact)
    {
        if (compact.Length == 0)
        {
            return [];
        }

        var padded = $"  {compact} ";
        var trigrams = new ushort[padded.Length - 2];
        for (var i = 0; i < trigrams.Length; i++)
        {
            trigrams[i] = (ushort)((padded[i] * 31 * 31) + (padded[i + 1] * 31) + padded[i + 2]);
        }

        Array.Sort(trigrams);
        return trigrams;
    }
}
