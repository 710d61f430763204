namespace AspireMl.Inference.Api.Models.Registry;

/// <summary>Bounds the disk space of unpacked packages: those that were used longest ago go first, and none that is in use.</summary>
static class PackageTrim
{
    /// <summary>Deletes packages that nobody uses until the others fit.</summary>
    /// <param name="packages">The folders of the packages.</param>
    /// <param name="mostBytes">Most bytes of all of them.</param>
    /// <param name="aside">Gives the path of a folder that is not there yet, on the same disk.</param>
    public static void Trim(IEnumerable<string> packages, long mostBytes, Func<string> aside)
    {
        (DirectoryInfo Folder, long Bytes)[] sized = [.. packages.Select(path => new DirectoryInfo(path)).OrderBy(folder => folder.LastWriteTimeUtc).Select(folder => (folder, BytesOf(folder)))];
        var total = sized.Sum(package => package.Bytes);
        foreach (var (folder, bytes) in sized)
        {
            if (total <= mostBytes)
            {
                return;
            }

            if (TryDelete(folder.FullName, aside()))
            {
                total -= bytes;
            }
        }
    }

    static long BytesOf(DirectoryInfo folder)
    {
        try
        {
            return folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        }
        catch (IOException)
        {
            // Another process has just deleted it.
            return 0;
        }
    }

    // It vanishes at once, so that nobody finds half of it.
    static bool TryDelete(string folder, string aside)
    {
        using var alone = PackageLease.TryTakeAlone(folder);
        if (alone is null)
        {
            return false;
        }

        Directory.Move(folder, aside);
        Directory.Delete(aside, recursive: true);
        return true;
    }
}
