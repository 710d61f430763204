using System.Text.Json;
using System.Text.Json.Serialization;
using AspireMl.Modeling.Documents.Ocr;
using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Modeling.Documents.Readers;

/// <summary>A question about a document whose answer is known: the sample of a document-question package, as JSON.</summary>
/// <param name="Question">The question, 1 to 500 characters.</param>
/// <param name="Document">The document.</param>
/// <param name="Answer">The words that the reader must find, or null when it must find none.</param>
public sealed record DocumentSample(
    string Question,
    OcrDocument Document,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Answer)
{
    /// <summary>The sample as it stands in a package.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ModelPackageJson.Default.DocumentSample);

    /// <summary>Reads the sample of a package.</summary>
    /// <exception cref="ModelPackageException">The card names none, or the file is not one.</exception>
    internal static DocumentSample Of(ModelPackage package)
    {
        var file = package.Card.Sample ?? throw new ModelPackageException(
            "model.json names no sample; a package needs a question with a known answer, so that the model can show that it works.");
        var sample = CardFile.ReadJson(package.Folder, file, ModelPackageJson.Default.DocumentSample);
        var whole = sample.Document.Pages.All(page => page is not null
            && page.Lines.All(line => line is not null && line.Words.All(word => word is not null)));
        return whole
            ? sample with { Document = Complete(sample.Document) }
            : throw new ModelPackageException($"{file} holds a page, line or word that is null.");
    }

    /// <summary>Asks the reader.</summary>
    /// <exception cref="ModelPackageException">It fails, or answers something else.</exception>
    internal void Check(IDocumentReader reader)
    {
        var reading = reader.Read(Document, Question);
        if (reading.Answer != Answer)
        {
            var model = $"{reader.Card.Name} {reader.Card.Version}";
            throw new ModelPackageException(
                $"The sample question of {model} was answered with {Shown(reading.Answer)} instead of {Shown(Answer)}.");
        }
    }

    // Generated serializers leave init-only properties unset where they are absent, whatever their initializers say.
    static OcrDocument Complete(OcrDocument document) =>
        new([.. document.Pages.Select(page => page with { Lines = [.. page.Lines.Select(line => line with { PageNumber = page.Number })] })])
        {
            Thumbnails = document.Thumbnails ?? [],
        };

    static string Shown(string? answer) => answer is null ? "nothing" : $"'{answer}'";
}
