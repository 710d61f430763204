namespace AspireMl.AppHost.Tests;

internal static class Repository
{
    public static string Root { get; } = Above("AspireMl.sln")!;

    /// <summary>The folder, from the tests' own upwards, that has the file in it.</summary>
    public static string? Above(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, file)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
