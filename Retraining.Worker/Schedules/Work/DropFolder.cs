using AspireMl.Contracts.Schedules;
using AspireMl.Storage;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.Schedules.Work;

/// <summary>CSV files that wait in <c>DATASET/SPLIT</c>, and go to <c>done</c> or <c>failed</c> beneath it once they are read.</summary>
internal sealed class DropFolder(IOptions<ScheduleOptions> options, IHostEnvironment environment, TimeProvider time)
{
    const string Done = "done";
    const string Failed = "failed";

    /// <summary>The files that are whole, oldest first.</summary>
    public IReadOnlyList<FileInfo> Waiting(ScheduleSettings settings)
    {
        var folder = new DirectoryInfo(Path.Combine(Root, settings.Model, settings.Split ?? ""));
        var settled = time.GetUtcNow() - options.Value.Settled;
        return folder.Exists
            ? [.. folder.EnumerateFiles("*.csv").Where(file => file.LastWriteTimeUtc <= settled.UtcDateTime).OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Puts a file away that was read.</summary>
    public static void MarkDone(FileInfo file) => Move(file, Done);

    /// <summary>Puts a file away that cannot be read, with the reason beside it.</summary>
    public static void MarkFailed(FileInfo file, string reason) => File.WriteAllText(Move(file, Failed) + ".reason.txt", reason + "\n");

    string Root => DataFolder.Of(options.Value.DropFolder, environment.ContentRootPath, "drop");

    static string Move(FileInfo file, string place)
    {
        var target = Path.Combine(Directory.CreateDirectory(Path.Combine(file.DirectoryName ?? "", place)).FullName, file.Name);
        file.MoveTo(target, overwrite: true);
        return target;
    }
}
