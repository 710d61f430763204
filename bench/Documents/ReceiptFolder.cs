namespace AspireMl.Bench.Documents;

/// <summary>A folder of pages with their lines: <c>img/ID.jpg</c> and <c>box/ID.csv</c>.</summary>
internal sealed class ReceiptFolder(string path)
{
    public IReadOnlyList<string> Ids() =>
        [.. Directory.EnumerateFiles(Path.Combine(path, "img"), "*.jpg").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public byte[] Image(string id) => File.ReadAllBytes(Path.Combine(path, "img", id + ".jpg"));

    public IReadOnlyList<LabelledLine> Lines(string id) =>
        [.. File.ReadLines(Path.Combine(path, "box", id + ".csv")).Where(line => line.Length > 0).Select(LabelledLine.Parse)];
}
