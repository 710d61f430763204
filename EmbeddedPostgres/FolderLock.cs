using System.Diagnostics;

namespace AspireMl.EmbeddedPostgres;

/// <summary>Only one of these programs works on a folder. The kernel releases the lock however its holder ends.</summary>
internal static class FolderLock
{
    public static FileStream Take(Layout layout, TimeSpan patience)
    {
        for (var waited = Stopwatch.StartNew(); ; Thread.Sleep(100))
        {
            try
            {
                return new FileStream(layout.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < patience)
            {
            }
            catch (IOException)
            {
                throw new RefusedException($"Another AspireMl already uses {layout.Folder}. Stop it, or set EmbeddedPostgres__Folder to another place.");
            }
        }
    }
}
