using AspireMl.Retraining.Worker.SpanReader.Generation;

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
        var random = new Random(Splits.Percentile("wordings", document.Id) + (1000 * document.Id.Length));
        var own = document.Questions.Where(question => !AsksUnseenLabel(question));
        return document with { Questions = [.. own, .. Reworded(document, heldOut: false, random, wordings)] };
    }

    /// <summary>The questions of each kind in wordings that training never sees.</summary>
    /// <param name="document">A receipt.</param>
    public static TrainingDocument InUnseenWordings(TrainingDocument document) =>
        document with { Questions = [.. Reworded(document, heldOut: true, new Random(Splits.Percentile("wordings", document.Id)), int.MaxValue)] };

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
