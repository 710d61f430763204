using System.Security.Cryptography;
using System.Text.Json;
using AspireMl.Retraining.Worker.SpanReader.Generation;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>The documents that a ranker learns from.</summary>
/// <param name="Documents">Receipts of the training split and generated documents.</param>
/// <param name="Receipts">How many of them are receipts; they come first.</param>
internal sealed record TrainingData(IReadOnlyList<TrainingDocument> Documents, int Receipts)
{
    const int FurtherWordings = 2;

    /// <summary>Collects them.</summary>
    public static TrainingData Of(IReadOnlyList<TrainingDocument> receipts, int generated, int seed)
    {
        TrainingDocument[] learnt =
        [
            .. receipts.Where(receipt => Splits.Of(receipt.Id, receipt.Group) == Split.Training)
                .Select(receipt => ReceiptQuestions.ForTraining(receipt, FurtherWordings)),
        ];
        return new([.. learnt, .. DocumentGenerator.Generate(GenerationSplit.Training, generated, seed).Select(document => ReceiptQuestions.WithComposed(document, "document", 1))], learnt.Length);
    }

    /// <summary>SHA-256 over all documents and questions, lower-case hex.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var document in Documents)
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(document));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
