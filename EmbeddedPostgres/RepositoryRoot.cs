namespace AspireMl.EmbeddedPostgres;

internal static class RepositoryRoot
{
    public static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AspireMl.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
