using AspireMl.Contracts.Documents;
using AspireMl.Retraining.Worker.SpanReader.Generation.Rendering;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Noise;

/// <summary>Mistakes as an OCR makes them, at a rate drawn for each document; many documents have none.</summary>
internal sealed class OcrNoise
{
    // Answers stay readable: they are what is learned.
    const double OnAnswers = 0.3;

    readonly Dice _dice;
    readonly double _characters;
    readonly double _spaces;
    readonly double _lines;
    readonly double _jitter;

    public OcrNoise(Dice dice)
    {
        _dice = dice;
        var dirty = dice.Chance(0.55) ? Math.Exp(dice.Between(Math.Log(0.002), Math.Log(0.05))) : 0;
        _characters = dirty;
        _spaces = dice.Chance(0.5) ? dirty * dice.Between(0.5, 4) : 0;
        _lines = dirty * 0.15;
        _jitter = dice.Chance(0.6) ? dice.Between(0.0, 0.035) : 0;
    }

    public List<List<InkWord>> Apply(List<List<InkWord>> lines) =>
        [.. lines.Where(line => line.Any(word => word.IsAnswer) || !_dice.Chance(_lines)).Select(Line)];

    List<InkWord> Line(List<InkWord> words)
    {
        var spaced = new List<InkWord>();
        foreach (var word in words.Select(Word))
        {
            var rate = word.IsAnswer ? _spaces * OnAnswers : _spaces;
            if (spaced.Count > 0 && _dice.Chance(rate) && word.Box.X - spaced[^1].Box.Right < word.Box.Height)
            {
                var before = spaced[^1];
                spaced[^1] = new(before.Text + word.Text, before.Box.Union(word.Box), before.IsAnswer || word.IsAnswer);
            }
            else if (word.Text.Length > 3 && _dice.Chance(rate * 0.5))
            {
                spaced.AddRange(Split(word));
            }
            else
            {
                spaced.Add(word);
            }
        }

        return spaced;
    }

    IEnumerable<InkWord> Split(InkWord word)
    {
        // A split stands after punctuation when there is some, as in "64. 15".
        var mark = word.Text.IndexOfAny(['.', ',', ':', '-', '/'], 1);
        var at = mark > 0 && mark < word.Text.Length - 1 ? mark + 1 : _dice.Between(1, word.Text.Length - 1);
        var share = word.Box.Width * at / word.Text.Length;
        yield return word with { Text = word.Text[..at], Box = word.Box with { Width = share * 0.97f } };
        yield return word with { Text = word.Text[at..], Box = word.Box with { X = word.Box.X + share, Width = word.Box.Width - share } };
    }

    InkWord Word(InkWord word)
    {
        var rate = word.IsAnswer ? _characters * OnAnswers : _characters;
        var text = rate > 0 && (!word.IsAnswer || word.Text.Length > 2) && _dice.Chance(1 - Math.Pow(1 - rate, word.Text.Length))
            ? CharacterNoise.Mistake(word.Text, _dice)
            : word.Text;
        return word with { Text = text, Box = Jitter(word.Box) };
    }

    Box Jitter(Box box)
    {
        if (_jitter == 0)
        {
            return box;
        }

        // Edges only move inwards or by less than half a space, so neighbours never overlap.
        var by = (float)(_jitter * box.Height);
        float Move() => (float)_dice.Between(-1.0, 1.0) * by;
        var (left, top) = (Move(), Move());
        return new(Math.Max(0, box.X + left), Math.Max(0, box.Y + top), Math.Max(1, box.Width - left + Move()), Math.Max(1, box.Height + Move()));
    }
}
