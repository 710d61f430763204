namespace AspireMl.Storage;

/// <summary>Where data is kept on this machine when no server keeps it: <c>.data/</c> at the root of the product.</summary>
public static class DataFolder
{
    const string Name = ".data";
    const string RootMarker = "AspireMl.sln";

    /// <summary>The folder that the configuration names, or the one under <c>.data/</c> where it names none.</summary>
    /// <param name="configured">A path, which counts from the content root where it is relative; null or empty for none.</param>
    /// <param name="contentRoot">The service's content root.</param>
    /// <param name="folder">The name under <c>.data/</c>.</param>
    public static string Of(string? configured, string contentRoot, string folder) =>
        configured is { Length: > 0 } ? Path.Combine(contentRoot, configured) : Locate(contentRoot, folder);

    /// <summary>The full path of a folder under <c>.data/</c>.</summary>
    /// <param name="contentRoot">The service's content root; the product's root is looked for from there upwards.</param>
    /// <param name="folder">The folder's name, for example <c>objects</c>.</param>
    /// <returns>The path under the folder that holds the solution, or under the content root where there is none above it.</returns>
    public static string Locate(string contentRoot, string folder) =>
        Path.Combine(FindAbove(contentRoot, RootMarker) ?? Path.GetFullPath(contentRoot), Name, folder);

    /// <summary>The nearest folder, from this one upwards, that holds a file of this name or relative path.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="file">A relative path.</param>
    /// <returns>The folder's full path, or null when none holds it.</returns>
    public static string? FindAbove(string start, string file)
    {
        for (var folder = new DirectoryInfo(Path.GetFullPath(start)); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, file)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
