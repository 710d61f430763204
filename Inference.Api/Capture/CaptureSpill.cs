using System.Text.Json;
using System.Text.Json.Serialization;
using AspireMl.Storage;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Capture;

/// <summary>Files that keep what a stop could not write to the stores, one entry a line, until the next start records it.</summary>
sealed partial class CaptureSpill(IOptions<CaptureOptions> options, IHostEnvironment environment, ILogger<CaptureSpill> logger)
{
    const string Pattern = "*.jsonl";
    const string Unreadable = ".unreadable";

    // Missing features are NaN.
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    readonly string _folder = options.Value.Path is { Length: > 0 } path
        ? Path.Combine(environment.ContentRootPath, path)
        : DataFolder.Locate(environment.ContentRootPath, "capture");

    /// <summary>Writes a new file with these entries. It appears when it is whole.</summary>
    public void Write(IReadOnlyList<CaptureEntry> entries)
    {
        Directory.CreateDirectory(_folder);
        var path = Path.Combine(_folder, $"{Guid.CreateVersion7()}.jsonl");
        var temporary = path + ".incoming";
        using (var file = File.Create(temporary))
        {
            foreach (var entry in entries)
            {
                JsonSerializer.Serialize(file, entry, Json);
                file.WriteByte((byte)'\n');
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path);
        LogWritten(entries.Count, path);
    }

    /// <summary>The entries of all files, oldest file first. A file that cannot be read is set aside under another name.</summary>
    public IReadOnlyList<CaptureEntry> ReadAll()
    {
        var entries = new List<CaptureEntry>();
        string[] files = Directory.Exists(_folder) ? Directory.GetFiles(_folder, Pattern) : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            try
            {
                entries.AddRange(File.ReadLines(file).Select(line => Read(line, file)).ToList());
            }
            catch (JsonException failure)
            {
                File.Move(file, file + Unreadable, overwrite: true);
                LogUnreadable(file + Unreadable, failure);
            }
        }

        return entries;
    }

    /// <summary>All entries of the file are recorded.</summary>
    public static void Remove(string file) => File.Delete(file);

    static CaptureEntry Read(string line, string file)
    {
        var entry = JsonSerializer.Deserialize<CaptureEntry>(line, Json)!;
        return new()
        {
            Record = entry.Record,
            Image = entry.Image,
            Heatmap = entry.Heatmap,
            Classified = entry.Classified,
            Rows = entry.Rows,
            Feedback = entry.Feedback,
            SpillFile = file,
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} captured entries could not be stored before the stop; {File} keeps them for the next start")]
    partial void LogWritten(int count, string file);

    [LoggerMessage(Level = LogLevel.Error, Message = "A file of captured entries is damaged and was set aside as {File}")]
    partial void LogUnreadable(string file, Exception failure);
}
