using System.Buffers;
using AspireMl.Inference.Api.Uploads;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.ServiceDefaults.Uploads;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Tabular;

/// <summary>Reads the JSON text of a request into memory that is lent, within the bounds of all uploads.</summary>
sealed class TabularBody(IOptions<TabularOptions> options, IOptions<UploadOptions> uploads, UploadBudget budget)
{
    const int FirstBytes = 64 * 1024;

    readonly int _mostBytes = options.Value.MaxBytes;
    readonly TimeSpan _timeout = uploads.Value.Timeout;

    /// <summary>Reads all of it and hands it to the work.</summary>
    /// <exception cref="RefusalException">Statuses 400, 408, 413, 415, 429 with their reasons.</exception>
    public async Task<T> ReadAsync<T>(HttpRequest request, Func<ReadOnlyMemory<byte>, Task<T>> work, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
        {
            throw Refusal.WrongMediaType("Send the instances as application/json.");
        }

        var announced = (int)Math.Min(request.ContentLength ?? _mostBytes, _mostBytes);
        using var lease = budget.Take(announced);
        var buffer = ArrayPool<byte>.Shared.Rent(request.ContentLength is null ? Math.Min(FirstBytes, _mostBytes) : announced + 1);
        try
        {
            var length = 0;
            for (int count; (count = await ReadSomeAsync(request, buffer.AsMemory(length), cancellation)) > 0;)
            {
                length += count;
                buffer = length < buffer.Length ? buffer : Grow(buffer);
            }

            return await work(buffer.AsMemory(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    async ValueTask<int> ReadSomeAsync(HttpRequest request, Memory<byte> room, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(_timeout);
        try
        {
            return await request.Body.ReadAsync(room, timeout.Token);
        }
        catch (Exception failure)
        {
            cancellation.ThrowIfCancellationRequested();
            if (BrokenUpload.Explain(failure, TooLarge(), _timeout, "The body breaks off; send it again.") is { } refusal)
            {
                throw refusal;
            }

            throw;
        }
    }

    RefusalException TooLarge() => Refusal.TooLarge($"A request has at most {_mostBytes} bytes; send several smaller ones.");

    static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * full.Length);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
