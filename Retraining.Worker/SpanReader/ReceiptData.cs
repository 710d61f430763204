using System.Globalization;
using System.Text.Json;
using AspireMl.Contracts.Documents;
using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>
/// A folder of receipts laid out as <c>img/NNN.jpg</c>, <c>box/NNN.csv</c> (x1,y1,…,x4,y4,text a line),
/// <c>key/NNN.json</c> (company, date, address, total) and <c>questions.jsonl</c> (id, kind, question, answer).
/// </summary>
public static class ReceiptData
{
    /// <summary>Ids of the receipts, in order.</summary>
    public static IReadOnlyList<string> Ids(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder, "img"), "*.jpg").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    /// <summary>Reads the receipts whose words are given.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="read">The words of a receipt by its id, or null to leave it out.</param>
    public static IReadOnlyList<TrainingDocument> Load(string folder, Func<string, OcrDocument?> read)
    {
        var questions = File.ReadLines(Path.Combine(folder, "questions.jsonl"))
            .Select(line => JsonSerializer.Deserialize<QuestionLine>(line, JsonSerializerOptions.Web)!)
            .ToLookup(line => line.Id);
        var documents = new List<TrainingDocument>();
        foreach (var id in Ids(folder))
        {
            if (read(id) is { } document)
            {
                using var key = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "key", id + ".json")));
                var company = key.RootElement.TryGetProperty("company", out var name) ? name.GetString() ?? id : id;
                documents.Add(new(id, Vendor(company), document, [.. questions[id].Select(q => new TrainingQuestion(q.Kind, q.Question, q.Answer, q.Question))]));
            }
        }

        return documents;
    }

    /// <summary>Reads the true words of a receipt, each line's words spread over its box.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="id">The receipt's id.</param>
    public static OcrDocument Truth(string folder, string id)
    {
        var lines = TruthLines(folder, id);
        var width = (int)lines.Max(line => line.Box.Right) + 20;
        var height = (int)lines.Max(line => line.Box.Bottom) + 20;
        return new([new(1, width, height, [.. lines.OrderBy(line => line.Box.CentreY).ThenBy(line => line.Box.X)])]);
    }

    /// <summary>The true lines of a receipt.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="id">The receipt's id.</param>
    public static IReadOnlyList<OcrLine> TruthLines(string folder, string id)
    {
        var lines = new List<OcrLine>();
        foreach (var text in File.ReadLines(Path.Combine(folder, "box", id + ".csv")))
        {
            var fields = text.Split(',', 9);
            if (fields.Length < 9 || string.IsNullOrWhiteSpace(fields[8]))
            {
                continue;
            }

            var numbers = Array.ConvertAll(fields[..8], field => float.Parse(field, CultureInfo.InvariantCulture));
            float[] x = [numbers[0], numbers[2], numbers[4], numbers[6]];
            float[] y = [numbers[1], numbers[3], numbers[5], numbers[7]];
            lines.Add(Line(fields[8].Trim(), new(x.Min(), y.Min(), x.Max() - x.Min(), y.Max() - y.Min())));
        }

        return lines;
    }

    static OcrLine Line(string text, Box box)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Join(' ', parts);
        var advance = box.Width / joined.Length;
        var words = new List<OcrWord>(parts.Length);
        var offset = 0;
        foreach (var part in parts)
        {
            words.Add(new(part, box with { X = box.X + (offset * advance), Width = part.Length * advance }));
            offset += part.Length + 1;
        }

        return new(joined, 1, box, words);
    }

    static string Vendor(string company) => string.Concat(company.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    sealed record QuestionLine(string Id, string Kind, string Question, string Answer);
}
