namespace AspireMl.Storage.Objects.Folder;

/// <summary>
/// Objects as files, fanned out by the first two bytes of the hash. A file appears under its name only when it is whole.
/// </summary>
sealed class FolderObjectStore : IObjectStore, ISetAsideObjects
{
    const string Incoming = "incoming";
    const string Aside = "aside";
    static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    readonly string _root;
    readonly string _incoming;
    readonly string _aside;

    public FolderObjectStore(string root)
    {
        _root = Path.GetFullPath(root);
        _incoming = Path.Combine(_root, Incoming);
        _aside = Path.Combine(_root, Aside);
        Guarded(() =>
        {
            Directory.CreateDirectory(_incoming);
            Directory.CreateDirectory(_aside);
            RemoveAbandoned();
        });
    }

    public async Task PutAsync(string sha256, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        ObjectKey.Check(sha256, content.Span);
        await KeepAsync(PathOf(sha256), content.Length, async file => await file.WriteAsync(content, cancellation));
    }

    public async Task PutAsync(string sha256, Stream content, CancellationToken cancellation)
    {
        await ObjectKey.CheckAsync(sha256, content, cancellation);
        await KeepAsync(PathOf(sha256), content.Length, file => content.CopyToAsync(file, cancellation));
    }

    public async Task<Stream?> OpenAsync(string sha256, CancellationToken cancellation)
    {
        var path = PathOf(sha256);
        // It may be brought back between the first two looks.
        return await OpenAsync(sha256, path, cancellation) ?? await OpenAsync(sha256, AsideOf(sha256), cancellation) ?? await OpenAsync(sha256, path, cancellation);
    }

    async Task<Stream?> OpenAsync(string sha256, string path, CancellationToken cancellation)
    {
        FileStream? file = null;
        try
        {
            file = new(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
            await ObjectKey.CheckStoredAsync(sha256, file, cancellation);
            return file;
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception failure)
        {
            if (file is not null)
            {
                await file.DisposeAsync();
            }

            if (failure is UnauthorizedAccessException or IOException)
            {
                throw Unavailable(failure);
            }

            throw;
        }
    }

    public Task<bool> ExistsAsync(string sha256, CancellationToken cancellation) => Task.FromResult(File.Exists(PathOf(sha256)));

    public Task<Uri?> LinkAsync(string sha256, CancellationToken cancellation)
    {
        ObjectKey.Checked(sha256);
        return Task.FromResult<Uri?>(null);
    }

    public Task SetAsideAsync(string sha256, CancellationToken cancellation)
    {
        Move(PathOf(sha256), AsideOf(sha256));
        return Task.CompletedTask;
    }

    public Task BringBackAsync(string sha256, CancellationToken cancellation)
    {
        Move(AsideOf(sha256), PathOf(sha256));
        return Task.CompletedTask;
    }

    public Task DeleteSetAsideAsync(string sha256, CancellationToken cancellation)
    {
        Guarded(() => File.Delete(AsideOf(sha256)));
        return Task.CompletedTask;
    }

    void Move(string from, string to) => Guarded(() =>
    {
        if (File.Exists(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Move(from, to, overwrite: true);
        }
    });

    string AsideOf(string sha256) => Path.Combine(_aside, ObjectKey.Checked(sha256));

    string PathOf(string sha256)
    {
        ObjectKey.Checked(sha256);
        return Path.Combine(_root, sha256[..2], sha256[2..4], sha256);
    }

    async Task KeepAsync(string path, long length, Func<Stream, Task> write)
    {
        if (new FileInfo(path) is { Exists: true, Length: var present } && present == length)
        {
            return;
        }

        var temporary = Path.Combine(_incoming, Path.GetRandomFileName());
        try
        {
            await WriteAsync(temporary, length, write);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(failure);
        }
        finally
        {
            Discard(temporary);
        }
    }

    static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The folder is away, which is said already; what is left is removed at a start.
        }
    }

    static async Task WriteAsync(string path, long length, Func<Stream, Task> write)
    {
        await using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
            PreallocationSize = length,
        });
        await write(file);
        // Without it a power cut could leave the name with an empty file behind it.
        file.Flush(flushToDisk: true);
    }

    // What a killed process left half written.
    void RemoveAbandoned()
    {
        foreach (var file in new DirectoryInfo(_incoming).EnumerateFiles().Where(file => file.LastWriteTimeUtc < DateTime.UtcNow - Abandoned))
        {
            file.Delete();
        }
    }

    void Guarded(Action work)
    {
        try
        {
            work();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(failure);
        }
    }

    StorageUnavailableException Unavailable(Exception failure) =>
        new($"The folder of objects {_root} cannot be used: {failure.Message}", failure);
}
