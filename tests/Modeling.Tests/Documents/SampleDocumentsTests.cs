using System.Text.Json;
using System.Text.RegularExpressions;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Documents;
using AspireMl.Modeling.Documents.Evaluation;
using AspireMl.Modeling.Documents.Ocr;
using AspireMl.Modeling.Documents.Readers;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Tests.Documents.Ocr;
using AspireMl.Testing;

namespace AspireMl.Modeling.Tests.Documents;

/// <summary>The questions that the Ask page suggests for its sample documents, asked of what is delivered.</summary>
[Collection("OCR")]
public sealed class SampleDocumentsTests(OcrEngineFixture fixture)
{
    // The OCR takes a nought for the letter in a postal code; the IBAN of the invoice is answered without its last two digits.
    const double LeastLikeness = 0.85;

    static readonly string Samples = Path.Combine(RepositoryRoot.Path, "Frontend.Blazor", "wwwroot", "samples");

    [Fact]
    public void Every_suggested_question_is_answered()
    {
        using var decoder = new ImageDecoder(new DecodeOptions());
        using var reader = DocumentReaders.Open(ModelPackage.Open(Path.Combine(RepositoryRoot.Path, "models", "span-reader")));
        var pipeline = new DocumentPipeline(decoder, fixture.Engine, new OcrCache(new OcrCacheOptions()));
        using var catalogue = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Samples, "samples.json")));

        var wrong = new List<string>();
        foreach (var sample in catalogue.RootElement.EnumerateArray())
        {
            var document = pipeline.Prepare(File.ReadAllBytes(Path.Combine(Samples, sample.GetProperty("file").GetString()!))).Document;
            foreach (var suggestion in sample.GetProperty("questions").EnumerateArray())
            {
                var (question, answer) = (suggestion.GetProperty("question").GetString()!, suggestion.GetProperty("answer").GetString()!);
                var given = reader.Read(document, question).Answer ?? "";
                if (Math.Max(Anls.Score(given, answer), Anls.Score(given, WithoutCurrency(answer))) < LeastLikeness)
                {
                    wrong.Add($"{sample.GetProperty("id")}: {question} '{given}' instead of '{answer}'");
                }
            }
        }

        Assert.Empty(wrong);
    }

    // Receipts name the currency beside a total or do not, and the OCR does not know the sign of the euro.
    static string WithoutCurrency(string answer) => Regex.Replace(answer, @"^(?:[A-Z]{3}|\p{Sc}) ?(?=[\d.,]+$)", "");
}
