using System.Collections.Concurrent;
using AspireMl.Storage.Objects;

namespace AspireMl.Bench.Transfer;

/// <summary>Objects in memory.</summary>
internal sealed class MemoryObjects : IObjectStore
{
    readonly ConcurrentDictionary<string, byte[]> _objects = new(StringComparer.Ordinal);

    public Task PutAsync(string sha256, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        _objects[ObjectKey.Checked(sha256)] = content.ToArray();
        return Task.CompletedTask;
    }

    public async Task PutAsync(string sha256, Stream content, CancellationToken cancellation)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellation);
        await PutAsync(sha256, copy.ToArray(), cancellation);
    }

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellation) =>
        Task.FromResult<Stream?>(_objects.TryGetValue(sha256, out var content) ? new MemoryStream(content, writable: false) : null);

    public Task<bool> ExistsAsync(string sha256, CancellationToken cancellation) => Task.FromResult(_objects.ContainsKey(sha256));

    public Task<Uri?> LinkAsync(string sha256, CancellationToken cancellation) => Task.FromResult<Uri?>(null);
}
