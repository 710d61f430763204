using AspireMl.Contracts.Documents;
using AspireMl.Retraining.Worker.SpanReader;
using AspireMl.Retraining.Worker.SpanReader.Generation;

namespace AspireMl.Retraining.Worker.Tests.SpanReader.Generation;

public class DocumentGeneratorTests
{
    public static TheoryData<GenerationSplit> Splits => [GenerationSplit.Training, GenerationSplit.Heldout];

    [Theory, MemberData(nameof(Splits))]
    public void The_same_seed_gives_the_same_documents(GenerationSplit split)
    {
        var first = DocumentGenerator.Generate(split, 30, 7).Select(Describe).ToArray();
        Assert.Equal(first, DocumentGenerator.Generate(split, 30, 7).Select(Describe));
        Assert.NotEqual(first, DocumentGenerator.Generate(split, 30, 8).Select(Describe));
        Assert.Equal(30, first.Distinct().Count());
    }

    [Theory, MemberData(nameof(Splits))]
    public void A_clean_page_holds_every_answer_in_reading_order(GenerationSplit split)
    {
        foreach (var document in Documents(split, 250))
        {
            var words = document.Clean.Pages[0].Lines.SelectMany(line => line.Words).Select(word => word.Text).ToArray();
            foreach (var question in document.Training.Questions.Where(question => question.Kind != "none"))
            {
                Assert.True(StandsInOrder(question.Answer, words), $"{document.Training.Id} lacks '{question.Answer}' ({question.Question})");
            }
        }
    }

    [Theory, MemberData(nameof(Splits))]
    public void Words_stand_on_the_page_and_never_on_each_other(GenerationSplit split)
    {
        foreach (var document in Documents(split, 250))
        {
            var page = document.Training.Document.Pages[0];
            var boxes = page.Lines.SelectMany(line => line.Words).ToArray();
            Assert.NotEmpty(boxes);
            Assert.All(boxes, word => Assert.True(
                word.Box is { X: >= 0, Y: >= 0, Width: > 0, Height: > 0 } && word.Box.Right <= page.Width && word.Box.Bottom <= page.Height,
                $"{document.Training.Id} has '{word.Text}' off the page at {word.Box} of {page.Width} x {page.Height}"));
            var clean = document.Clean.Pages[0].Lines.SelectMany(line => line.Words).ToArray();
            for (var i = 0; i < clean.Length; i++)
            {
                for (var j = i + 1; j < clean.Length; j++)
                {
                    Assert.False(Overlap(clean[i].Box, clean[j].Box), $"{document.Training.Id} ({document.Template}): '{clean[i].Text}' lies on '{clean[j].Text}'");
                }
            }
        }
    }

    [Fact]
    public void Draw_some_documents_when_a_folder_is_named()
    {
        if (Environment.GetEnvironmentVariable("GENERATED_DOCUMENTS") is not { Length: > 0 } folder)
        {
            return;
        }

        foreach (var split in Enum.GetValues<GenerationSplit>())
        {
            foreach (var (document, i) in Documents(split, 40).Select((document, i) => (document, i)))
            {
                File.WriteAllText(Path.Combine(folder, $"{split}-{i:00}.svg"), DocumentPicture.Svg(document));
            }
        }
    }

    static IEnumerable<GeneratedDocument> Documents(GenerationSplit split, int count) =>
        Enumerable.Range(0, count).Select(index => DocumentGenerator.Create(split, index, 3));

    static string Describe(TrainingDocument document) =>
        string.Join('\n', [document.Id, document.Group, .. document.Document.Pages[0].Lines.Select(line => line.Text + line.Box), .. document.Questions.Select(question => question.ToString())]);

    static bool Overlap(Box a, Box b) =>
        Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X) > 1 && Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y) > 0.12 * Math.Min(a.Height, b.Height);

    // The answer's words follow each other on the page, with a few words of another column between its lines.
    static bool StandsInOrder(string answer, string[] words)
    {
        const int Between = 40;
        var wanted = answer.Split(' ');
        for (var start = 0; start < words.Length; start++)
        {
            var (at, found) = (start, 0);
            while (at < Math.Min(words.Length, start + wanted.Length + Between) && found < wanted.Length)
            {
                found += words[at].Contains(wanted[found], StringComparison.Ordinal) ? 1 : 0;
                at++;
            }

            if (found == wanted.Length)
            {
                return true;
            }
        }

        return false;
    }
}
