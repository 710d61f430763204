using AspireMl.Contracts.Documents;
using AspireMl.Retraining.Worker.SpanReader.Generation;
using AspireMl.Retraining.Worker.SpanReader.Generation.Noise;
using AspireMl.Retraining.Worker.SpanReader.Generation.Rendering;

namespace AspireMl.Retraining.Worker.Tests.SpanReader.Generation;

public class OcrNoiseTests
{
    [Fact]
    public void Noise_never_takes_an_answer_off_the_page()
    {
        foreach (var document in Enumerable.Range(0, 500).Select(index => DocumentGenerator.Create(GenerationSplit.Training, index, 5)))
        {
            var page = string.Concat(document.Training.Document.Pages[0].Lines.Select(line => line.Text)).Replace(" ", "", StringComparison.Ordinal);
            foreach (var question in document.Training.Questions.Where(question => question.Answer.Length > 0))
            {
                var words = question.Answer.Split(' ');
                var found = words.Count(word => StandsNearly(word, page));
                Assert.True(found >= words.Length * 0.7, $"{document.Training.Id}: '{question.Answer}' is not on the page");
            }
        }
    }

    [Fact]
    public void Many_documents_are_clean_and_some_are_not()
    {
        var documents = Enumerable.Range(0, 400).Select(index => DocumentGenerator.Create(GenerationSplit.Training, index, 5)).ToArray();
        var clean = documents.Count(document => Text(document.Training.Document.Pages[0].Lines).Order().SequenceEqual(Text(document.Clean.Pages[0].Lines).Order()));
        Assert.InRange(clean / (double)documents.Length, 0.4, 0.75);
    }

    [Fact]
    public void The_text_of_a_line_is_its_words_and_its_box_holds_theirs()
    {
        foreach (var line in DocumentGenerator.Generate(GenerationSplit.Training, 100, 9).SelectMany(document => document.Document.Pages[0].Lines))
        {
            Assert.Equal(line.Text, string.Join(' ', line.Words.Select(word => word.Text)));
            Assert.InRange(line.Confidence, 0.4, 1);
            Assert.All(line.Words, word => Assert.True(word.Box.X >= line.Box.X - 0.01 && word.Box.Right <= line.Box.Right + 0.01));
        }
    }

    [Fact]
    public void Lines_that_hold_no_answer_may_vanish_and_the_others_stay()
    {
        List<List<InkWord>> lines = [.. Enumerable.Range(0, 40).Select(i => new List<InkWord> { new($"word{i}", new Box(0, i * 20, 50, 12), IsAnswer: i % 2 == 0) })];
        var counts = Enumerable.Range(0, 200).Select(seed => new OcrNoise(Dice.For($"noise {seed}")).Apply(lines)).ToArray();
        Assert.Contains(counts, left => left.Count < 40);
        Assert.All(counts, left => Assert.True(left.Count(line => line.Any(word => word.IsAnswer)) >= 20));
    }

    [Fact]
    public void A_mistake_changes_little_of_a_word()
    {
        var dice = Dice.For("mistakes");
        foreach (var _ in Enumerable.Range(0, 500))
        {
            var wrong = CharacterNoise.Mistake("Invoice:2018", dice);
            Assert.InRange(wrong.Length, 11, 13);
            Assert.True(StandsNearly("Invoice:2018", wrong));
        }
    }

    static IEnumerable<string> Text(IEnumerable<OcrLine> lines) => lines.SelectMany(line => line.Words).Select(word => word.Text);

    // Smallest edit distance of the word to any piece of the page (Sellers' algorithm), at most two for each word.
    static bool StandsNearly(string word, string page)
    {
        var column = Enumerable.Range(0, word.Length + 1).ToArray();
        var best = column[^1];
        foreach (var c in page)
        {
            var (diagonal, above) = (column[0], 0);
            for (var i = 1; i < column.Length; i++)
            {
                var here = Math.Min(Math.Min(column[i], above) + 1, diagonal + (word[i - 1] == c ? 0 : 1));
                diagonal = column[i];
                column[i] = above = here;
            }

            best = Math.Min(best, column[^1]);
        }

        return best <= Math.Min(2, word.Length / 2);
    }
}
