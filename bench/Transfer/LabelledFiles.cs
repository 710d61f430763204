using System.Formats.Tar;
using System.IO.Compression;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Storage.Objects;

namespace AspireMl.Bench.Transfer;

/// <summary>Reads images of some classes from an archive <c>set/class/number.jpg</c> (.tar.gz).</summary>
internal static class LabelledFiles
{
    public static async Task<IReadOnlyList<ImageEntry>> ReadAsync(string path, IReadOnlyCollection<string> labels, string split, MemoryObjects objects, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        await using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        await using var tar = new TarReader(unpacked);
        List<ImageEntry> entries = [];
        while (await tar.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
        {
            if (entry.DataStream is not { } data || entry.Name.Split('/') is not [.., var label, _] || !labels.Contains(label))
            {
                continue;
            }

            using var content = new MemoryStream();
            await data.CopyToAsync(content, cancellation);
            var key = ObjectKey.Of(content.ToArray());
            await objects.PutAsync(key, content.ToArray(), cancellation);
            entries.Add(new(entry.Name, key, label, split));
        }

        return entries;
    }
}
