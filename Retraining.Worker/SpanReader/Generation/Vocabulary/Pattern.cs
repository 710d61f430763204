using System.Text;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

/// <summary>
/// Fills a pattern: <c>#</c> any digit, <c>^</c> a digit but zero, <c>@</c> a capital letter,
/// <c>[a|b|]</c> one of the alternatives, <c>{name}</c> what the caller says.
/// </summary>
internal static class Pattern
{
    // Letters that OCR and people tell apart.
    const string Letters = "ABCDEFGHJKLMNPRSTUVWXYZ";

    public static string Fill(string pattern, Dice dice, Func<string, string>? names = null)
    {
        var filled = new StringBuilder(pattern.Length + 8);
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '#':
                    filled.Append((char)('0' + dice.Below(10)));
                    break;
                case '^':
                    filled.Append((char)('1' + dice.Below(9)));
                    break;
                case '@':
                    filled.Append(Letters[dice.Below(Letters.Length)]);
                    break;
                case '[':
                    var end = pattern.IndexOf(']', i);
                    filled.Append(Fill(dice.Pick(pattern[(i + 1)..end].Split('|')), dice, names));
                    i = end;
                    break;
                case '{' when names is not null:
                    var close = pattern.IndexOf('}', i);
                    filled.Append(names(pattern[(i + 1)..close]));
                    i = close;
                    break;
                default:
                    filled.Append(pattern[i]);
                    break;
            }
        }

        return CollapseSpaces(filled);
    }

    static string CollapseSpaces(StringBuilder text) =>
        string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
