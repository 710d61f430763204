using AspireMl.Retraining.Worker.SpanReader.Generation;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>The named sets of questions that a reader is measured on; training sees none of them.</summary>
public static class EvaluationSets
{
    /// <summary>Held-out receipts.</summary>
    public const string HeldOut = "receipts-heldout";

    /// <summary>Receipts of vendors that training never saw.</summary>
    public const string UnseenVendors = "receipts-unseen-vendors";

    /// <summary>Fields of held-out receipts whose label training never saw.</summary>
    public const string UnseenLabels = "receipts-unseen-labels";

    /// <summary>Held-out receipts asked in wordings that training never saw.</summary>
    public const string UnseenWordings = "receipts-unseen-wordings";

    /// <summary>Generated documents of kinds, templates and countries that training never saw.</summary>
    public const string Generated = "generated-heldout";

    const int GeneratedSeed = 7;

    /// <summary>Makes the sets.</summary>
    /// <param name="receipts">All receipts, of all splits.</param>
    /// <param name="generated">How many documents to generate.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<TrainingDocument>> Of(IReadOnlyList<TrainingDocument> receipts, int generated)
    {
        var heldOut = receipts.Where(receipt => Splits.Of(receipt.Id, receipt.Group) == Split.HeldOut).ToArray();
        var unseen = receipts.Where(receipt => Splits.Of(receipt.Id, receipt.Group) == Split.UnseenVendor).ToArray();
        TrainingDocument[] both = [.. heldOut, .. unseen];
        return new Dictionary<string, IReadOnlyList<TrainingDocument>>
        {
            [HeldOut] = heldOut,
            [UnseenVendors] = unseen,
            [UnseenLabels] = [.. both.Select(receipt => receipt with { Questions = [.. receipt.Questions.Where(ReceiptQuestions.AsksUnseenLabel)] })],
            [UnseenWordings] = [.. both.Select(ReceiptQuestions.InUnseenWordings)],
            [Generated] = GeneratedDocuments(generated),
        };
    }

    /// <summary>The documents of <see cref="Generated"/>.</summary>
    /// <param name="count">How many.</param>
    public static IReadOnlyList<TrainingDocument> GeneratedDocuments(int count) =>
        [.. DocumentGenerator.Generate(GenerationSplit.Heldout, count, GeneratedSeed)];
}
