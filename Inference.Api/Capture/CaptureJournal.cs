using System.Buffers;
using System.Text.Json;
using AspireMl.Storage;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Capture;

/// <summary>
/// Files that keep what is to be recorded, from before the answer goes out until the stores have it; the next start records what a killed
/// process, or one that stopped without its stores, left in them. It is safe from the end of the process and not from that of the machine:
/// nobody waits for the disk. What finds no room, in the journal or on its disk, waits in memory alone.
/// </summary>
sealed partial class CaptureJournal(IOptions<CaptureOptions> options, IHostEnvironment environment, ILogger<CaptureJournal> logger) : IDisposable
{
    const string Extension = ".jsonl";
    const string Unreadable = ".unreadable";

    // A file goes when the last of its entries is recorded: the longer files are, the longer they stay.
    const int FileBytes = 16 << 20;

    // Lines of rows are short. A longer one, of a picture, has a file of its own, so that others do not wait while it is copied, and its buffer goes.
    const int ShortBytes = 1 << 20;

    [ThreadStatic]
    static ArrayBufferWriter<byte>? _buffer;

    readonly long _mostBytes = options.Value.JournalBytes;
    readonly Lock _writing = new();
    readonly HashSet<JournalFile> _files = [];
    JournalFile? _last;
    long _bytes;
    bool _warned;

    /// <summary>Where the files are.</summary>
    public string Folder { get; } = DataFolder.Of(options.Value.Path, environment.ContentRootPath, "capture");

    /// <summary>Keeps an entry until it is settled, where there is room.</summary>
    /// <returns>False when it could not be kept; the log says why, once until there is room again.</returns>
    public bool TryKeep(CaptureEntry entry) => _mostBytes > 0 && TryKeep(entry, _mostBytes);

    /// <summary>Keeps an entry that nothing else will keep.</summary>
    /// <returns>False when the disk has no room, or is away.</returns>
    public bool TryKeepAtAnyLength(CaptureEntry entry) => TryKeep(entry, long.MaxValue);

    /// <summary>The entry is recorded, or never will be.</summary>
    public void Settle(CaptureEntry entry)
    {
        if (entry.File is not { } file)
        {
            return;
        }

        entry.File = null;
        lock (_writing)
        {
            if (--file.Waiting == 0)
            {
                Forget(file);
            }
        }
    }

    /// <summary>What earlier processes left, the oldest first. Files that a living process holds are not touched; one that cannot be read is set aside under another name.</summary>
    public IReadOnlyList<CaptureEntry> Recover()
    {
        var entries = new List<CaptureEntry>();
        string[] paths = Directory.Exists(Folder) ? Directory.GetFiles(Folder, $"*{Extension}") : [];
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            try
            {
                entries.AddRange(Recover(JournalFile.Open(path)));
            }
            catch (Exception held) when (held is IOException or UnauthorizedAccessException)
            {
                LogHeld(path, held.Message);
            }
        }

        return entries;
    }

    /// <summary>Closes the files; those with entries stay, for the next start with the same folder.</summary>
    public void Close()
    {
        lock (_writing)
        {
            _last = null;
            JournalFile[] files = [.. _files];
            _files.Clear();
            foreach (var file in files)
            {
                if (file.Waiting == 0)
                {
                    Forget(file);
                }
                else
                {
                    file.Dispose();
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    bool TryKeep(CaptureEntry entry, long mostBytes)
    {
        var buffer = _buffer ?? new();
        buffer.ResetWrittenCount();
        CaptureLine.Write(buffer, entry);
        _buffer = buffer.Capacity > ShortBytes ? null : buffer;
        return TryKeep(entry, buffer.WrittenSpan, mostBytes);
    }

    bool TryKeep(CaptureEntry entry, ReadOnlySpan<byte> line, long mostBytes)
    {
        lock (_writing)
        {
            if (_bytes + line.Length > mostBytes)
            {
                return Fails("it is full");
            }

            _bytes += line.Length;
        }

        try
        {
            entry.File = line.Length > ShortBytes ? KeepAlone(line) : KeepWithOthers(line, mostBytes);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            lock (_writing)
            {
                _bytes -= line.Length;
                return Fails(failure.Message);
            }
        }
    }

    JournalFile KeepAlone(ReadOnlySpan<byte> line)
    {
        var file = JournalFile.Create(Folder, Extension, line.Length);
        file.Append(line);
        lock (_writing)
        {
            _files.Add(file);
        }

        return file;
    }

    JournalFile KeepWithOthers(ReadOnlySpan<byte> line, long mostBytes)
    {
        lock (_writing)
        {
            if (_last is null || _last.Length + line.Length > _last.Capacity)
            {
                _last = JournalFile.Create(Folder, Extension, Math.Max(line.Length, Math.Min(FileBytes, mostBytes)));
                _files.Add(_last);
            }

            _last.Append(line);
            return _last;
        }
    }

    IReadOnlyList<CaptureEntry> Recover(JournalFile file)
    {
        try
        {
            var entries = CaptureLine.ReadAll(file.Read());
            lock (_writing)
            {
                _files.Add(file);
                _bytes += file.Length;
                file.Waiting = entries.Count;
                if (entries.Count == 0)
                {
                    Forget(file);
                }
            }

            foreach (var entry in entries)
            {
                entry.File = file;
            }

            return entries;
        }
        catch (JsonException failure)
        {
            file.Dispose();
            File.Move(file.Path, file.Path + Unreadable, overwrite: true);
            LogUnreadable(file.Path + Unreadable, failure);
            return [];
        }
    }

    // Nothing in the file is waited for: it goes, or begins anew when it is the one that is written to.
    void Forget(JournalFile file)
    {
        _bytes -= file.Length;
        _warned = false;
        try
        {
            if (file == _last)
            {
                file.Clear();
                return;
            }

            _files.Remove(file);
            file.Delete();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogStays(file.Path, failure.Message);
        }
    }

    bool Fails(string reason)
    {
        if (!_warned)
        {
            LogFails(reason);
        }

        _warned = true;
        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The journal of captured answers cannot be written, they wait in memory alone: {Reason}")]
    partial void LogFails(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The journal {File} holds nothing any more but cannot be deleted: {Reason}")]
    partial void LogStays(string file, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The journal {File} was left alone: {Reason}")]
    partial void LogHeld(string file, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A journal of captured answers is damaged and was set aside as {File}")]
    partial void LogUnreadable(string file, Exception failure);
}
