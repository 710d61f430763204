using AspireMl.Contracts.Documents;
using AspireMl.Retraining.Worker.SpanReader;

namespace AspireMl.Bench.Documents;

/// <summary>A folder of pages with their lines: <c>img/ID.jpg</c> and <c>box/ID.csv</c>.</summary>
internal sealed class ReceiptFolder(string path)
{
    public IReadOnlyList<string> Ids() => ReceiptData.Ids(path);

    public byte[] Image(string id) => File.ReadAllBytes(Path.Combine(path, "img", id + ".jpg"));

    public IReadOnlyList<OcrLine> Lines(string id) => ReceiptData.TruthLines(path, id);
}
