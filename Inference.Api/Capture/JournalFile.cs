using System.IO.MemoryMappedFiles;

namespace AspireMl.Inference.Api.Capture;

/// <summary>
/// A file of the journal. While it is open no other process can open it. Its pages are mapped, so that a line is the kernel's, and outlives
/// the process, once it is copied; a call to write it would take three times as long. Not for several threads at once.
/// </summary>
sealed class JournalFile : IDisposable
{
    // Follows the last line; no line holds it.
    const byte End = 0;

    readonly FileStream _file;
    MemoryMappedViewStream? _pages;

    // Nothing is buffered. The room that is asked for is taken at once: a mapped page that finds none when it is written ends the process.
    JournalFile(string path, FileMode mode, long room) => _file = new(
        path, new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0, PreallocationSize = room });

    public string Path => _file.Name;

    /// <summary>Bytes that lines can take; 0 when it is only to be read.</summary>
    public long Capacity { get; private init; }

    /// <summary>Bytes of the lines in it.</summary>
    public long Length { get; private set; }

    /// <summary>Entries in it that are not recorded yet.</summary>
    public int Waiting { get; set; }

    /// <summary>Begins a file, whose name sorts after those of earlier ones.</summary>
    /// <param name="folder">Where; it is made.</param>
    /// <param name="extension">How its name ends.</param>
    /// <param name="capacity">Bytes that lines can take.</param>
    /// <exception cref="IOException">The disk has no room for it, or is away.</exception>
    public static JournalFile Create(string folder, string extension, long capacity)
    {
        Directory.CreateDirectory(folder);
        var path = System.IO.Path.Combine(folder, $"{Guid.CreateVersion7()}{extension}");
        var room = capacity + 1;
        var file = new JournalFile(path, FileMode.CreateNew, room) { Capacity = capacity };
        try
        {
            using var map = MemoryMappedFile.CreateFromFile(file._file, null, room, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
            file._pages = map.CreateViewStream(0, room);
            return file;
        }
        catch
        {
            file.Delete();
            throw;
        }
    }

    /// <summary>Opens what an earlier process left.</summary>
    /// <exception cref="IOException">Another process has it open, or it cannot be read.</exception>
    public static JournalFile Open(string path) => new(path, FileMode.Open, 0);

    /// <summary>All lines of a file that was opened, and the last one as far as it was written.</summary>
    public byte[] Read()
    {
        var content = new byte[_file.Length];
        _file.ReadExactly(content);
        var end = content.IndexOf(End);
        var lines = end < 0 ? content : content[..end];
        Length = lines.Length;
        return lines;
    }

    /// <summary>Adds a line, which fits.</summary>
    public void Append(ReadOnlySpan<byte> line)
    {
        // The process can be killed at each byte: the first one, which comes last, makes the line count.
        Write(Length + line.Length, [End]);
        Write(Length + 1, line[1..]);
        Write(Length, line[..1]);
        Length += line.Length;
        Waiting++;
    }

    /// <summary>Forgets all lines.</summary>
    public void Clear()
    {
        Write(0, [End]);
        Length = 0;
    }

    public void Delete()
    {
        Unmap();
        _file.Dispose();
        File.Delete(Path);
    }

    /// <summary>Closes the file. It keeps its lines and gives up the room that they did not take.</summary>
    public void Dispose()
    {
        if (Unmap())
        {
            _file.SetLength(Length);
        }

        _file.Dispose();
    }

    bool Unmap()
    {
        // Disposing of the stream alone would wait for the disk.
        _pages?.SafeMemoryMappedViewHandle.Dispose();
        _pages?.Dispose();
        return _pages is not null;
    }

    void Write(long at, ReadOnlySpan<byte> bytes)
    {
        _pages!.Position = at;
        _pages.Write(bytes);
    }
}
