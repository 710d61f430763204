using System.Security.Cryptography;
using AspireMl.Contracts.Models;

namespace AspireMl.Modeling.ModelPackages;

/// <summary>Compares the files of a folder with those that a card names.</summary>
static class PackageFiles
{
    public static void Check(string folder, ModelCard card, PackageLimits limits)
    {
        if (card.Files.Count > limits.MaxFiles)
        {
            throw new ModelPackageException($"The package has {card.Files.Count} files; at most {limits.MaxFiles} are allowed.");
        }

        var present = Present(folder, limits);
        var total = present.Sum(file => file.Value);
        if (total > limits.MaxBytes)
        {
            throw new ModelPackageException($"The package has {total} bytes; at most {limits.MaxBytes} are allowed.");
        }

        var missing = card.Files.Keys.Where(file => !present.ContainsKey(file)).Order(StringComparer.Ordinal);
        var extra = present.Keys.Where(file => file != PackagePath.Card && !card.Files.ContainsKey(file)).Order(StringComparer.Ordinal);
        ModelPackageException.ThrowIfAny(
        [
            .. missing.Select(file => $"The file {file} is missing."),
            .. extra.Select(file => $"The file {file} is not named in model.json."),
        ]);
        ModelPackageException.ThrowIfAny(
            
        [
            .. card.Files.Where(file => Hash(folder, file.Key) != file.Value)
                .Select(file => $"The file {file.Key} is not the one that model.json names: its SHA-256 differs."),
        ]);
    }

    public static string Hash(string folder, string file)
    {
        using var stream = File.OpenRead(PackagePath.In(folder, file));
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    static Dictionary<string, long> Present(string folder, PackageLimits limits)
    {
        var present = new Dictionary<string, long>(StringComparer.Ordinal);
        // Nothing is skipped: hidden files count too. A link is met before it is entered, since the walk stops there.
        var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 };
        var entries = 0;
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", everything))
        {
            var name = Path.GetRelativePath(folder, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (entry.LinkTarget is not null)
            {
                throw new ModelPackageException($"{name} is a link; a package holds plain files only.");
            }

            if (entry is FileInfo file)
            {
                present.Add(name, file.Length);
            }

            // Folders count as well, so that the walk is bounded.
            if (++entries > (limits.MaxFiles + 1) * 2)
            {
                throw new ModelPackageException($"The folder holds more than the {limits.MaxFiles} files that are allowed.");
            }
        }

        return present;
    }
}
