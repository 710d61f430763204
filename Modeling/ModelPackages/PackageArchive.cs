using System.IO.Compression;

namespace AspireMl.Modeling.ModelPackages;

/// <summary>Packs packages, and unpacks archives whose names, kinds and sizes are not trusted.</summary>
static class PackageArchive
{
    const int LinkMode = 0xA000;
    const int KindMask = 0xF000;
    const int PlainFile = unchecked((int)0x81A40000);

    // The earliest time that an archive can hold: one that changed would change the archive's hash.
    static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(ModelPackage package, Stream zip)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var name in package.Card.Files.Keys.Order(StringComparer.Ordinal).Prepend(PackagePath.Card))
        {
            // Stored as it is: what a compressor makes of it may differ from one version of the runtime to the next.
            var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
            entry.LastWriteTime = Timeless;
            entry.ExternalAttributes = PlainFile;
            using var target = entry.Open();
            using var source = File.OpenRead(PackagePath.In(package.Folder, name));
            source.CopyTo(target);
        }
    }

    public static void Extract(Stream zip, string folder, PackageLimits limits)
    {
        if (Directory.Exists(folder) || File.Exists(folder))
        {
            throw new ModelPackageException($"The package cannot be unpacked to {folder}: it is there already.");
        }

        Directory.CreateDirectory(folder);
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
            Extract(archive, folder, limits);
        }
        catch (Exception exception)
        {
            Directory.Delete(folder, recursive: true);
            if (exception is InvalidDataException or NotSupportedException or EndOfStreamException)
            {
                throw new ModelPackageException("The archive is not a readable .zip file.", exception);
            }

            throw;
        }
    }

    static void Extract(ZipArchive archive, string folder, PackageLimits limits)
    {
        ZipArchiveEntry[] files = [.. archive.Entries.Where(entry => !entry.FullName.EndsWith('/')).Take(limits.MaxFiles + 2)];
        if (files.Length > limits.MaxFiles + 1)
        {
            throw new ModelPackageException($"The archive holds more than the {limits.MaxFiles} files that are allowed.");
        }

        // Names that differ in case only would overwrite each other on some file systems.
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var left = limits.MaxBytes;
        foreach (var file in files)
        {
            Check(file, names);
            left = Copy(file, PackagePath.In(folder, file.FullName), left)
                ?? throw new ModelPackageException($"The archive unpacks to more than the {limits.MaxBytes} bytes that are allowed.");
        }
    }

    static void Check(ZipArchiveEntry file, HashSet<string> names)
    {
        if (!PackagePath.IsSafe(file.FullName))
        {
            throw new ModelPackageException($"The archive holds a file whose name is not allowed: {PackagePath.Rule}.");
        }

        if (((file.ExternalAttributes >> 16) & KindMask) == LinkMode)
        {
            throw new ModelPackageException($"{file.FullName} is a link; a package holds plain files only.");
        }

        if (!names.Add(file.FullName))
        {
            throw new ModelPackageException($"The archive holds {file.FullName} twice.");
        }
    }

    // Counts what is really unpacked: the sizes in the archive's directory are only claims.
    static long? Copy(ZipArchiveEntry file, string path, long left)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var source = file.Open();
        using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[81_920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            left -= read;
            if (left < 0)
            {
                return null;
            }

            target.Write(buffer, 0, read);
        }

        return left;
    }
}
