using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace AspireMl.Modeling.Tests.Documents.Readers.LayoutLm;

/// <summary>Against encodings of GPT-2 that are published, or that its published JavaScript port gives.</summary>
public sealed class ByteLevelBpeTests
{
    [Theory]
    [InlineData("Hello world", new[] { 15496, 995 })]
    [InlineData("Hello, world!", new[] { 15496, 11, 995, 0 })]
    [InlineData("This is a test", new[] { 1212, 318, 257, 1332 })]
    [InlineData("The quick brown fox jumps over the lazy dog.", new[] { 464, 2068, 7586, 21831, 18045, 625, 262, 16931, 3290, 13 })]
    [InlineData("I'll don't we've", new[] { 40, 1183, 836, 470, 356, 1053 })]
    [InlineData("hello 👋 world 🌍", new[] { 31373, 50169, 233, 995, 12520, 234, 235 })]
    [InlineData(" Total:", new[] { 7472, 25 })]
    [InlineData(" €12.50", new[] { 10432, 1065, 13, 1120 })]
    [InlineData(" naïve café", new[] { 41492, 40304 })]
    [InlineData(" Straße", new[] { 15195, 39683, 68 })]
    [InlineData(" 日本語", new[] { 10545, 245, 98, 17312, 105, 45739, 252 })]
    [InlineData("  two  spaces ", new[] { 220, 734, 220, 9029, 220 })]
    [InlineData("line\nbreak\t1234567", new[] { 1370, 198, 9032, 197, 10163, 2231, 3134 })]
    [InlineData("", new int[0])]
    public void Texts_have_their_published_tokens(string text, int[] ids) => Assert.Equal(ids, Gpt2.Tokenizer.EncodeToIds(text));

    [Fact]
    public void Any_text_comes_back_from_its_tokens() =>
        Prop.ForAll(Texts.ToArbitrary(), text => Gpt2.Tokenizer.Decode(Gpt2.Tokenizer.EncodeToIds(text)) == text)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Words_encoded_one_by_one_give_the_tokens_of_the_whole() =>
        Prop.ForAll(
                Gen.Elements("Total", "12.50", "€", "café", "don't", "(incl.", "VAT)", "日本", "x-1", "👋").ListOf().ToArbitrary(),
                words => words.SelectMany(word => Gpt2.Tokenizer.EncodeToIds(" " + word))
                    .SequenceEqual(Gpt2.Tokenizer.EncodeToIds(string.Concat(words.Select(word => " " + word)))))
            .QuickCheckThrowOnFailure();

    static Gen<string> Texts => Gen.Frequency(
            (6, Gen.Choose(' ', '~')),
            (1, Gen.Elements('\t', '\n', '\r', '\u00A0', '\u3000').Select(space => (int)space)),
            (2, Gen.Choose(0, 0x2FF)),
            (2, Gen.Choose(0, 0x10FFFF).Where(Rune.IsValid)))
        .ArrayOf()
        .Select(runes => string.Concat(runes.Select(rune => new Rune(rune).ToString())));
}
