using AspireMl.Modeling.Documents.Ocr;
using AspireMl.Modeling.Documents.Ocr.Recognition;

namespace AspireMl.Modeling.Tests.Documents.Ocr;

public sealed class CtcDecoderTests
{
    static readonly Alphabet Letters = Alphabet.Whole(["a", "b", "1", "."]);

    [Fact]
    public void Decode_merges_repeats() => Assert.Equal("ab", Text("aaab"));

    [Fact]
    public void Decode_keeps_doubled_characters_that_a_blank_parts() => Assert.Equal("aab", Text("a-ab"));

    [Fact]
    public void Decode_keeps_doubled_characters_that_a_space_parts() => Assert.Equal("aa", Text("a a"));

    [Fact]
    public void Decode_of_blanks_is_empty() => Assert.Empty(CtcDecoder.Decode(Steps("---"), Letters));

    [Fact]
    public void Decode_of_nothing_is_empty() => Assert.Empty(CtcDecoder.Decode([], Letters));

    [Fact]
    public void Decode_remembers_the_time_steps_of_a_character()
    {
        var glyphs = CtcDecoder.Decode(Steps("-aa-b"), Letters);
        Assert.Equal((1, 2), (glyphs[0].First, glyphs[0].Last));
        Assert.Equal((4, 4), (glyphs[1].First, glyphs[1].Last));
    }

    [Fact]
    public void Decode_takes_the_highest_probability_of_a_repeated_character()
    {
        var steps = Steps("aa");
        steps[1] = 0.6f;
        Assert.Equal(0.9f, Assert.Single(CtcDecoder.Decode(steps, Letters)).Probability);
    }

    [Fact]
    public void Decode_keeps_a_faint_space_as_evidence()
    {
        var steps = Steps("a-b");
        steps[Letters.Count + Letters.Space] = 0.07f;
        var glyphs = CtcDecoder.Decode(steps, Letters);
        Assert.Equal([0, 0.07f], glyphs.Select(glyph => glyph.SpaceBefore));
    }

    [Fact]
    public void Decode_ignores_spaces_before_the_first_character() =>
        Assert.Equal(0, CtcDecoder.Decode(Steps(" a"), Letters)[0].SpaceBefore);

    [Theory]
    [InlineData("1. 11", "1.11")]
    [InlineData("1 .11", "1.11")]
    [InlineData("1. 1", "1. 1")]
    [InlineData("1. 111", "1. 111")]
    [InlineData("a. 11", "a. 11")]
    [InlineData("a b", "a b")]
    public void Spaces_inside_decimals_are_dropped(string read, string expected)
    {
        // A blank between characters keeps doubled ones apart.
        var glyphs = CtcDecoder.Decode(Steps(string.Join('-', read.ToCharArray())), Letters);
        var text = string.Concat(glyphs.Select((glyph, i) => (i > 0 && SpaceRules.IsSpace(glyphs, i, 0.03f) ? " " : "") + glyph.Text));
        Assert.Equal(expected, text);
    }

    static string Text(string steps) => string.Concat(CtcDecoder.Decode(Steps(steps), Letters).Select(glyph => glyph.Text));

    // One step for each letter, which gets 0.9; '-' is the blank.
    static float[] Steps(string best)
    {
        var steps = new float[best.Length * Letters.Count];
        for (var i = 0; i < best.Length; i++)
        {
            steps[(i * Letters.Count) + "-ab1. ".IndexOf(best[i], StringComparison.Ordinal)] = 0.9f;
        }

        return steps;
    }
}
