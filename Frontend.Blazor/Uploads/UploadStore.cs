using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace AspireMl.Frontend.Blazor.Uploads;

/// <summary>
/// Holds an upload between the request that brought it and the page that asked for it. The id cannot be guessed and
/// serves once, so no page can take another's image.
/// </summary>
internal sealed class UploadStore(IOptions<UploadOptions> options, TimeProvider time) : IDisposable
{
    readonly ConcurrentDictionary<string, (UploadedFile File, DateTimeOffset Until)> _pending = new();

    public string Add(UploadedFile file)
    {
        DropExpired();
        if (_pending.Count >= options.Value.MaxPending)
        {
            throw UploadRefusedException.Full();
        }

        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        _pending[id] = (file, time.GetUtcNow() + options.Value.PendingFor);
        return id;
    }

    /// <summary>Hands the upload over; the caller disposes it. Null when it was taken or has expired.</summary>
    public UploadedFile? Take(string id)
    {
        DropExpired();
        return _pending.TryRemove(id, out var pending) ? pending.File : null;
    }

    public void Dispose()
    {
        foreach (var id in _pending.Keys)
        {
            Drop(id);
        }
    }

    void DropExpired()
    {
        var now = time.GetUtcNow();
        foreach (var (id, pending) in _pending)
        {
            if (pending.Until <= now)
            {
                Drop(id);
            }
        }
    }

    void Drop(string id)
    {
        if (_pending.TryRemove(id, out var pending))
        {
            pending.File.Dispose();
        }
    }
}
