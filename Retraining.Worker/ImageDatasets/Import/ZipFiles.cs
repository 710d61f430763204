using System.IO.Compression;

namespace AspireMl.Retraining.Worker.ImageDatasets.Import;

/// <summary>The files of a .zip whose names, kinds and sizes are not trusted.</summary>
internal sealed class ZipFiles : IDisposable
{
    /// <summary>The sentence for what is no archive.</summary>
    public const string Unreadable = "The archive is not a readable .zip file; pack the folders of the classes into one again.";

    const int LinkMode = 0xA000;
    const int KindMask = 0xF000;

    // A few kilobytes of zeros shrink as much as a bomb does, and harm nobody.
    const long SuspiciousBytes = 1 << 20;

    readonly ZipArchive _archive;

    ZipFiles(ZipArchive archive, SourceFiles files)
    {
        _archive = archive;
        Files = files;
    }

    /// <summary>What it holds.</summary>
    public SourceFiles Files { get; }

    /// <summary>Reads the directory of an archive and checks it.</summary>
    /// <param name="zip">Seekable; must outlive the files.</param>
    /// <param name="options">Bounds.</param>
    /// <exception cref="InvalidDataException">It may not be read; a sentence.</exception>
    public static ZipFiles Open(Stream zip, ImageDatasetOptions options)
    {
        if (ZipDirectory.Count(zip, options.MaxFiles + 1) > options.MaxFiles)
        {
            throw new InvalidDataException($"The archive holds more than {options.MaxFiles:N0} files and folders; split it and import the parts with mode=add.");
        }

        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
            return new(archive, Read(archive, options));
        }
        catch (Exception failure) when (failure is NotSupportedException or EndOfStreamException or ArgumentException)
        {
            archive?.Dispose();
            throw new InvalidDataException(Unreadable, failure);
        }
        catch
        {
            archive?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    static SourceFiles Read(ZipArchive archive, ImageDatasetOptions options)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var unpacked = 0L;
        foreach (var entry in archive.Entries)
        {
            Check(entry, options);
            if (!paths.Add(entry.FullName))
            {
                throw new InvalidDataException($"The archive holds {ImportPath.Shown(entry.FullName)} twice.");
            }

            unpacked += entry.Length;
        }

        if (unpacked > options.MaxUnpackedBytes)
        {
            throw new InvalidDataException($"The archive unpacks to {unpacked:N0} bytes, more than the {options.MaxUnpackedBytes:N0} that are allowed; split it and import the parts with mode=add.");
        }

        ZipArchiveEntry[] files = [.. archive.Entries.Where(entry => !IsFolder(entry))];
        return new(
            [.. files.Select(entry => new SourceFile(entry.FullName, entry.Length, entry.Open))],
            [.. EmptyFolders(archive, files)]);
    }

    static void Check(ZipArchiveEntry entry, ImageDatasetOptions options)
    {
        var shown = ImportPath.Shown(entry.FullName);
        if (!ImportPath.IsSafe(IsFolder(entry) ? entry.FullName[..^1] : entry.FullName))
        {
            throw new InvalidDataException($"The archive holds {shown}, which is not allowed: {ImportPath.Rule}.");
        }

        if (((entry.ExternalAttributes >> 16) & KindMask) == LinkMode)
        {
            throw new InvalidDataException($"The archive holds the link {shown}; it may hold plain files only.");
        }

        if (entry.IsEncrypted)
        {
            throw new InvalidDataException($"The archive holds {shown} encrypted; pack it without a password.");
        }

        if (entry.Length > SuspiciousBytes && entry.Length / options.MaxRatio > entry.CompressedLength)
        {
            throw new InvalidDataException($"The archive holds {shown}, which unpacks to more than {options.MaxRatio} times its size; an image does not.");
        }
    }

    static IEnumerable<string> EmptyFolders(ZipArchive archive, ZipArchiveEntry[] files)
    {
        var used = files.SelectMany(file => FoldersAbove(file.FullName)).ToHashSet(StringComparer.Ordinal);
        return archive.Entries.Where(IsFolder).Select(folder => folder.FullName[..^1]).Where(folder => !used.Contains(folder));
    }

    static IEnumerable<string> FoldersAbove(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            yield return path[..slash];
        }
    }

    static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/');
}
