using AspireMl.Retraining.Worker.SpanReader.Generation;
using AspireMl.Retraining.Worker.SpanReader.Generation.Questions;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>Further wordings for what is asked of receipts, and which labels training never sees.</summary>
public static class ReceiptQuestions
{
    static readonly string[] Kinds = ["company", "date", "address", "total"];

    /// <summary>The label that a <c>field</c> question such as "What is the inv no?" names.</summary>
    public static string LabelOf(TrainingQuestion question)
    {
        const string Opening = "What is the ";
        var text = question.Question.TrimEnd('?', ' ');
        return LabelBook.Normalise(text.StartsWith(Opening, StringComparison.OrdinalIgnoreCase) ? text[Opening.Length..] : text);
    }

    /// <summary>True for a <c>field</c> question whose label is kept out of training.</summary>
    public static bool AsksUnseenLabel(TrainingQuestion question) => question.Kind == "field" && LabelBook.IsHeldOut(LabelOf(question));

    /// <summary>The document's own questions, unseen labels left out, and further training wordings of the other kinds.</summary>
    /// <param name="document">A receipt.</param>
    /// <param name="wordings">How many further wordings of each kind.</param>
    public static TrainingDocument ForTraining(TrainingDocument document, int wordings)
    {
        var random = new Random(Seed(document));
        var own = document.Questions.Where(question => !AsksUnseenLabel(question));
        return document with { Questions = [.. own, .. Reworded(document, heldOut: false, random, wordings), .. Composed(document, "receipt", random, wordings)] };
    }

    /// <summary>The questions of each kind in wordings that training never sees.</summary>
    /// <param name="document">A receipt.</param>
    public static TrainingDocument InUnseenWordings(TrainingDocument document) =>
        document with { Questions = [.. Reworded(document, heldOut: true, new Random(Seed(document)), int.MaxValue)] };

    /// <summary>The document with wordings drawn from patterns added to its own.</summary>
    /// <param name="document">A document of training.</param>
    /// <param name="noun">What it is called.</param>
    /// <param name="wordings">How many of each kind.</param>
    public static TrainingDocument WithComposed(TrainingDocument document, string noun, int wordings) =>
        document with { Questions = [.. document.Questions, .. Composed(document, noun, new Random(Seed(document)), wordings)] };

    static IEnumerable<TrainingQuestion> Composed(TrainingDocument document, string noun, Random random, int count) =>
        from question in document.Questions.Where(question => WordingGrammar.Knows(question.Kind)).DistinctBy(question => question.Kind)
        from i in Enumerable.Range(0, count)
        select question with { Question = WordingGrammar.Draw(question.Kind, noun, random), Phrasing = "composed" };

    static int Seed(TrainingDocument document) =>
        BitConverter.ToInt32(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(document.Id)));

    static IEnumerable<TrainingQuestion> Reworded(TrainingDocument document, bool heldOut, Random random, int count)
    {
        foreach (var question in document.Questions.Where(question => Kinds.Contains(question.Kind)).DistinctBy(question => question.Kind))
        {
            var wordings = WordingBook.Of(question.Kind).Where(wording => wording.IsHeldOut == heldOut).ToArray();
            random.Shuffle(wordings);
            foreach (var wording in wordings.Take(count))
            {
                yield return question with { Question = wording.Text.Replace("{doc}", "receipt", StringComparison.Ordinal), Phrasing = wording.Id };
            }
        }
    }
}
