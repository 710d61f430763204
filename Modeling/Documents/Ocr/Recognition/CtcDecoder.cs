using System.Numerics.Tensors;

namespace AspireMl.Modeling.Documents.Ocr.Recognition;

/// <summary>One character that the recogniser wrote.</summary>
/// <param name="Text">The character.</param>
/// <param name="Probability">How sure it was, 0 to 1.</param>
/// <param name="First">First time step of the character.</param>
/// <param name="Last">Last time step of the character.</param>
/// <param name="SpaceBefore">Highest probability of a space between the character before and this one; 0 at the start.</param>
internal readonly record struct Glyph(string Text, float Probability, int First, int Last, float SpaceBefore);

/// <summary>
/// Greedy decoding of connectionist temporal classification (Graves et al., 2006): the best class of each time step,
/// repeats merged, blanks dropped. Spaces are not written but kept as evidence between the characters.
/// </summary>
internal static class CtcDecoder
{
    const int Blank = 0;

    /// <param name="probabilities">Time steps × classes.</param>
    /// <param name="alphabet">The classes.</param>
    internal static List<Glyph> Decode(ReadOnlySpan<float> probabilities, Alphabet alphabet)
    {
        var glyphs = new List<Glyph>();
        var steps = probabilities.Length / alphabet.Count;
        var previous = Blank;
        var space = 0f;
        for (var step = 0; step < steps; step++)
        {
            var row = probabilities.Slice(step * alphabet.Count, alphabet.Count);
            var best = TensorPrimitives.IndexOfMax(row);
            if (best == Blank || best == alphabet.Space)
            {
                space = MathF.Max(space, row[alphabet.Space]);
            }
            else if (best == previous)
            {
                var glyph = glyphs[^1];
                glyphs[^1] = glyph with { Last = step, Probability = MathF.Max(glyph.Probability, row[best]) };
            }
            else
            {
                glyphs.Add(new(alphabet[best], row[best], step, step, glyphs.Count == 0 ? 0 : space));
                space = 0;
            }

            previous = best;
        }

        return glyphs;
    }
}
