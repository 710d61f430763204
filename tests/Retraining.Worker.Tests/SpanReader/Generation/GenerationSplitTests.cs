using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AspireMl.Retraining.Worker.SpanReader;
using AspireMl.Retraining.Worker.SpanReader.Generation;
using AspireMl.Retraining.Worker.SpanReader.Generation.Countries;
using AspireMl.Retraining.Worker.SpanReader.Generation.Templates;

namespace AspireMl.Retraining.Worker.Tests.SpanReader.Generation;

public class GenerationSplitTests
{
    static readonly GeneratedDocument[] Training = [.. Enumerable.Range(0, 1000).Select(index => DocumentGenerator.Create(GenerationSplit.Training, index, 11))];

    static readonly GeneratedDocument[] Heldout = [.. Enumerable.Range(0, 600).Select(index => DocumentGenerator.Create(GenerationSplit.Heldout, index, 11))];

    [Fact]
    public void Kinds_templates_and_countries_are_never_shared()
    {
        Assert.Empty(Training.Select(document => document.Kind).Intersect(Heldout.Select(document => document.Kind)));
        Assert.Empty(Training.Select(document => document.Template).Intersect(Heldout.Select(document => document.Template)));
        Assert.Empty(Training.Select(document => document.Country).Intersect(Heldout.Select(document => document.Country)));
        Assert.Empty(Training.Select(document => document.Training.Group).Intersect(Heldout.Select(document => document.Training.Group)));
    }

    [Fact]
    public void The_documents_that_versions_are_measured_on_stay_the_same()
    {
        var all = EvaluationSets.GeneratedDocuments(50).Select(document => string.Join(
            '\n', [document.Id, .. document.Document.Pages[0].Lines.Select(line => line.Text), .. document.Questions.Select(question => $"{question.Kind}|{question.Question}|{question.Answer}")]));

        Assert.Equal(
            "c5e044bc41020271706686298415f6c68270ade0d8d60730e41c100de86d745b",
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', all)))));
    }

    [Fact]
    public void Tables_and_sums_are_printed_in_many_ways()
    {
        var tables = Training.Where(document => document.Kind == "table").ToArray();
        var cells = Training.SelectMany(document => document.Training.Questions.Where(question => question.Kind is "cell" or "item-price" && question.Answer.Any(char.IsDigit)));
        string[] Lines(GeneratedDocument document) => [.. document.Clean.Pages[0].Lines.Select(line => line.Text)];

        Assert.Contains(tables, document => Lines(document).Any(line => Regex.IsMatch(line, @"price \([A-Z]{3}\)", RegexOptions.IgnoreCase)));
        Assert.Contains(tables, document => document.Training.Questions.Any(question => question.Kind == "item-price"));
        Assert.InRange(cells.Count(question => Regex.IsMatch(question.Answer, @"^\d{1,3}([.,' ]\d{3})*$")) / (double)cells.Count(), 0.1, 0.6);
    }

    [Fact]
    public void Every_kind_and_country_of_a_split_is_drawn()
    {
        Assert.Equal(TemplateBook.KindsOf(GenerationSplit.Training).Order(), Training.Select(document => document.Kind).Distinct().Order());
        Assert.Equal(TemplateBook.KindsOf(GenerationSplit.Heldout).Order(), Heldout.Select(document => document.Kind).Distinct().Order());
        Assert.Equal(CountryBook.Training.Count, Training.Select(document => document.Country).Distinct().Count());
        Assert.Equal(CountryBook.Heldout.Count, Heldout.Select(document => document.Country).Distinct().Count());
    }

    [Fact]
    public void Training_never_uses_a_held_out_wording_or_label()
    {
        foreach (var question in Training.SelectMany(document => document.Training.Questions))
        {
            Assert.False(WordingBook.IsHeldOut(question.Phrasing), question.ToString());
            Assert.False(question.Kind == "field" && question.Phrasing.Length > 0 && LabelBook.All.Contains(question.Phrasing) && LabelBook.IsHeldOut(question.Phrasing), question.ToString());
        }
    }

    [Fact]
    public void Held_out_documents_ask_in_new_and_in_known_wordings()
    {
        var worded = Heldout.SelectMany(document => document.Training.Questions).Where(question => question.Kind is "total" or "date" or "company" or "address").ToArray();
        Assert.InRange(worded.Count(question => WordingBook.IsHeldOut(question.Phrasing)) / (double)worded.Length, 0.35, 0.65);
        Assert.Contains(worded, question => question.Question.StartsWith("How much did the customer pay", StringComparison.Ordinal));
        Assert.Contains(worded, question => question.Question == "amount due");
    }

    [Fact]
    public void About_a_quarter_of_the_labels_and_a_third_of_the_wordings_are_held_out()
    {
        Assert.InRange(LabelBook.All.Count, 400, 2000);
        Assert.InRange(LabelBook.All.Count(LabelBook.IsHeldOut) / (double)LabelBook.All.Count, 0.2, 0.33);
        foreach (var kind in (string[])["company", "date", "address", "total"])
        {
            var wordings = WordingBook.Of(kind);
            Assert.InRange(wordings.Count, 15, 40);
            Assert.InRange(wordings.Count(wording => wording.IsHeldOut) / (double)wordings.Count, 0.25, 0.35);
        }
    }

    [Fact]
    public void Vendors_are_almost_never_drawn_twice()
    {
        Assert.True(Training.Select(document => document.Training.Group).Distinct().Count() > Training.Length * 0.97);
    }

    [Fact]
    public void Pages_and_questions_are_of_many_sorts()
    {
        var questions = Training.SelectMany(document => document.Training.Questions).ToArray();
        double Share(string kind) => questions.Count(question => question.Kind == kind) / (double)questions.Length;
        Assert.InRange(questions.Length / (double)Training.Length, 5, 14);
        Assert.InRange(Share("field"), 0.2, 0.5);
        Assert.InRange(Share("none"), 0.02, 0.1);
        Assert.InRange(Share("total"), 0.03, 0.15);
        Assert.All((string[])["company", "date", "address"], kind => Assert.InRange(Share(kind), 0.05, 0.15));
        Assert.True(questions.Select(question => question.Kind).Distinct().Count() > 40);
        Assert.All(questions, question => Assert.Equal(question.Kind == "none", question.Answer.Length == 0));
        var lines = Training.Select(document => document.Training.Document.Pages[0].Lines.Count).Order().ToArray();
        Assert.InRange(lines[lines.Length / 2], 20, 80);
        Assert.True(lines[^1] > 100);
    }

    [Fact]
    public void No_page_is_asked_the_same_question_for_two_answers()
    {
        foreach (var document in Training)
        {
            var questions = document.Training.Questions;
            Assert.Equal(questions.Count, questions.Select(question => LabelBook.Normalise(question.Question)).Distinct().Count());
            foreach (var question in questions)
            {
                var asked = document.Facts.Where(fact => WordingBook.KindsAskedBy(question.Question).Contains(fact.Kind)).Select(fact => fact.Answer).Distinct().ToArray();
                Assert.False(asked.Length == 1 && asked[0] != question.Answer, $"{document.Training.Id}: {question}");
            }
        }
    }

    [Fact]
    public void Amounts_that_are_asked_for_have_rivals_on_the_page()
    {
        var totals = Training.Where(document => document.Training.Questions.Any(question => question.Kind == "total")).ToArray();
        var rivals = totals.Select(document => document.Clean.Pages[0].Lines.SelectMany(line => line.Words)
            .Select(word => word.Text.Trim('$', '£', '€')).Where(word => word.Length > 3 && char.IsDigit(word[^1]) && word[^3] is '.' or ',').Distinct().Count());
        Assert.True(rivals.Average() > 5);
    }
}
