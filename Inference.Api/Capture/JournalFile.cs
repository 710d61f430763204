using Microsoft.Win32.SafeHandles;

namespace AspireMl.Inference.Api.Capture;

/// <summary>A file of the journal. While it is open no other process can open it. Not for several threads at once.</summary>
sealed class JournalFile : IDisposable
{
    readonly SafeFileHandle _handle;

    JournalFile(string path, FileMode mode)
    {
        Path = path;
        _handle = File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.None);
        Length = RandomAccess.GetLength(_handle);
    }

    public string Path { get; }

    /// <summary>Bytes of the whole lines in it.</summary>
    public long Length { get; private set; }

    /// <summary>Entries in it that are not recorded yet.</summary>
    public int Waiting { get; set; }

    /// <summary>Begins a file, whose name sorts after those of earlier ones.</summary>
    public static JournalFile Create(string folder, string extension)
    {
        Directory.CreateDirectory(folder);
        return new(System.IO.Path.Combine(folder, $"{Guid.CreateVersion7()}{extension}"), FileMode.CreateNew);
    }

    /// <summary>Opens what an earlier process left.</summary>
    /// <exception cref="IOException">Another process has it open, or it cannot be read.</exception>
    public static JournalFile Open(string path) => new(path, FileMode.Open);

    /// <summary>All of it.</summary>
    public byte[] Read()
    {
        var content = new byte[Length];
        for (var read = 0; read < content.Length;)
        {
            var more = RandomAccess.Read(_handle, content.AsSpan(read), read);
            read += more > 0 ? more : throw new EndOfStreamException($"{Path} became shorter while it was read.");
        }

        return content;
    }

    /// <summary>Adds a line, whole or not at all.</summary>
    /// <exception cref="IOException">The disk is full, or away.</exception>
    public void Append(ReadOnlySpan<byte> line)
    {
        // Where a line failed half written, the next one takes its place.
        RandomAccess.Write(_handle, line, Length);
        Length += line.Length;
        Waiting++;
    }

    /// <summary>Forgets all lines.</summary>
    public void Clear()
    {
        RandomAccess.SetLength(_handle, 0);
        Length = 0;
    }

    public void Delete()
    {
        Dispose();
        File.Delete(Path);
    }

    public void Dispose() => _handle.Dispose();
}
