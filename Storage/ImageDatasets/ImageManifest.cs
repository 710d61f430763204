using System.Security.Cryptography;
using System.Text;
using AspireMl.Contracts.ImageDatasets;

namespace AspireMl.Storage.ImageDatasets;

/// <summary>What the content of a version comes to.</summary>
public static class ImageManifest
{
    /// <summary>SHA-256 over the entries in order of their paths: path, hash, label and split of each, each ended by a zero byte.</summary>
    /// <returns>Lower-case hex.</returns>
    public static string Hash(IEnumerable<ImageEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in entries.OrderBy(entry => entry.Path, StringComparer.Ordinal))
        {
            // None of the four can hold a zero, so no two contents come to the same text.
            hash.AppendData(Encoding.UTF8.GetBytes($"{entry.Path}\0{entry.Sha256}\0{entry.Label}\0{entry.Split}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Images by class and split, in order of both.</summary>
    public static IReadOnlyList<LabelCount> Count(IEnumerable<ImageEntry> entries) =>
    [
        .. entries.CountBy(entry => (entry.Label, entry.Split))
            .Select(count => new LabelCount(count.Key.Label, count.Key.Split, count.Value))
            .OrderBy(count => count.Label, StringComparer.Ordinal)
            .ThenBy(count => ImageSplits.All.Index().First(split => split.Item == count.Split).Index),
    ];
}
