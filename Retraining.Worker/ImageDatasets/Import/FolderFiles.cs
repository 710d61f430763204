namespace AspireMl.Retraining.Worker.ImageDatasets.Import;

/// <summary>The files of a folder and the folders in it.</summary>
internal static class FolderFiles
{
    /// <summary>Lists them; nothing is opened yet.</summary>
    /// <exception cref="InvalidDataException">The folder may not be read; a sentence.</exception>
    public static SourceFiles Open(string folder, ImageDatasetOptions options)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidDataException($"There is no folder {folder}.");
        }

        List<SourceFile> files = [];
        List<string> empty = [];
        var left = options.MaxFiles;
        Walk(new(folder), "");
        return new([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)], [.. empty.Order(StringComparer.Ordinal)]);

        bool Walk(DirectoryInfo parent, string prefix)
        {
            var found = false;
            foreach (var entry in parent.EnumerateFileSystemInfos())
            {
                var path = prefix + entry.Name;
                Check(entry, path, --left, options);
                if (entry is DirectoryInfo inner)
                {
                    found |= Walk(inner, $"{path}/");
                }
                else
                {
                    files.Add(new(path, ((FileInfo)entry).Length, () => File.OpenRead(entry.FullName)));
                    found = true;
                }
            }

            if (!found && prefix.Length > 0)
            {
                empty.Add(prefix[..^1]);
            }

            return found;
        }
    }

    static void Check(FileSystemInfo entry, string path, int left, ImageDatasetOptions options)
    {
        if (left < 0)
        {
            throw new InvalidDataException($"The folder holds more than {options.MaxFiles:N0} files and folders; split it and import the parts with mode=add.");
        }

        if (entry.LinkTarget is not null)
        {
            throw new InvalidDataException($"{ImportPath.Shown(path)} is a link; the folder may hold plain files only.");
        }

        if (!ImportPath.IsSafe(path))
        {
            throw new InvalidDataException($"The folder holds {ImportPath.Shown(path)}, which is not allowed: {ImportPath.Rule}.");
        }
    }
}
