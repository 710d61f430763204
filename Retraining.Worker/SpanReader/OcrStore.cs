using System.Text.Json;
using AspireMl.Contracts.Documents;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>The OCR of a folder's pages, read once and kept in a file of one JSON line a page.</summary>
public sealed class OcrStore
{
    readonly Dictionary<string, OcrDocument> _pages = [];
    readonly string _file;

    /// <summary>Opens a store.</summary>
    /// <param name="file">The file; it need not exist.</param>
    public OcrStore(string file)
    {
        _file = file;
        foreach (var line in File.Exists(file) ? File.ReadLines(file) : [])
        {
            var page = JsonSerializer.Deserialize<PageLine>(line, JsonSerializerOptions.Web)!;
            _pages[page.Id] = new([new(1, page.Width, page.Height, page.Lines)]);
        }
    }

    /// <summary>The OCR of a page, or null when it was not read.</summary>
    /// <param name="id">The page's id.</param>
    public OcrDocument? Find(string id) => _pages.GetValueOrDefault(id);

    /// <summary>Reads the pages that the store lacks.</summary>
    /// <param name="folder">A folder with <c>img/ID.jpg</c>.</param>
    /// <param name="ids">The pages.</param>
    /// <param name="report">Told after every fifty pages.</param>
    public void ReadMissing(string folder, IReadOnlyList<string> ids, Action<string> report)
    {
        var missing = ids.Where(id => !_pages.ContainsKey(id)).ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        using var decoder = new ImageDecoder(new DecodeOptions());
        using var engine = new OcrEngine(new OcrOptions());
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_file))!);
        using var writer = File.AppendText(_file);
        for (var i = 0; i < missing.Length; i++)
        {
            using var image = decoder.Decode(File.ReadAllBytes(Path.Combine(folder, "img", missing[i] + ".jpg")))[0];
            var page = engine.Read(image, 1);
            _pages[missing[i]] = new([page]);
            writer.WriteLine(JsonSerializer.Serialize(new PageLine(missing[i], page.Width, page.Height, page.Lines), JsonSerializerOptions.Web));
            if ((i + 1) % 50 == 0 || i == missing.Length - 1)
            {
                report($"Read {i + 1} of {missing.Length} pages.");
            }
        }
    }

    sealed record PageLine(string Id, int Width, int Height, IReadOnlyList<OcrLine> Lines);
}
