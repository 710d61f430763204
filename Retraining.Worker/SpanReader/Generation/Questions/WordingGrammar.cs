using System.Text;
using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Questions;

/// <summary>
/// Draws wordings from patterns with choices, so that training hears one question in thousands of ways. A wording that
/// is kept out of training is never drawn.
/// </summary>
internal static class WordingGrammar
{
    const int MostTries = 20;

    static readonly ResourceText Text = ResourceText.Load("wordings");

    static readonly HashSet<string> HeldOut =
        [.. WordingBook.QuestionKinds.SelectMany(WordingBook.Of).Where(wording => wording.IsHeldOut).Select(wording => LabelBook.Normalise(wording.Text))];

    /// <summary>True when there are patterns for the kind of question.</summary>
    public static bool Knows(string kind) => Text[kind].Count > 0;

    /// <summary>Draws a wording.</summary>
    /// <param name="kind">The kind of question.</param>
    /// <param name="noun">What the document is called, for example <c>receipt</c>.</param>
    /// <param name="random">Decides.</param>
    public static string Draw(string kind, string noun, Random random)
    {
        for (var i = 0; i < MostTries; i++)
        {
            var pattern = Text[kind][random.Next(Text[kind].Count)];
            var wording = Tidy(Expand(pattern, random));
            if (!HeldOut.Contains(LabelBook.Normalise(wording)))
            {
                return wording.Replace("{doc}", noun, StringComparison.Ordinal);
            }
        }

        throw new InvalidOperationException($"The patterns of '{kind}' draw nothing but wordings that are kept out of training.");
    }

    static string Expand(string pattern, Random random)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            var close = pattern[i] switch { '(' => ')', '<' => '>', _ => '\0' };
            if (close == '\0')
            {
                text.Append(pattern[i]);
                continue;
            }

            var end = pattern.IndexOf(close, i);
            var inner = pattern[(i + 1)..end];
            IReadOnlyList<string> choices = close == '>' ? Text[inner] : inner.Split('|');
            text.Append(Expand(choices[random.Next(choices.Count)], random));
            i = end;
        }

        return text.ToString();
    }

    static string Tidy(string text)
    {
        var words = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Replace(" ?", "?", StringComparison.Ordinal);
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
