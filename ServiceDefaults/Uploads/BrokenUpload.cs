using AspireMl.ServiceDefaults.Refusals;
using Microsoft.AspNetCore.Http;

namespace AspireMl.ServiceDefaults.Uploads;

/// <summary>Says what it means when the body of a request cannot be read.</summary>
public static class BrokenUpload
{
    /// <summary>Reads a body within a time.</summary>
    /// <param name="read">Reads; its refusals stay as they are.</param>
    /// <param name="tooLarge">The refusal of a body that exceeds the endpoint's limit.</param>
    /// <param name="timeout">How long reading may take.</param>
    /// <param name="damaged">The sentence for a body that breaks off.</param>
    /// <param name="cancellation">The client has gone.</param>
    /// <exception cref="RefusalException">The body cannot be read: statuses 400, 408, 413.</exception>
    public static async Task<T> ReadAsync<T>(
        Func<CancellationToken, Task<T>> read, RefusalException tooLarge, TimeSpan timeout, string damaged, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(timeout);
        try
        {
            return await read(limited.Token);
        }
        catch (Exception failure) when (failure is not RefusalException)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Explain(failure, tooLarge, timeout, damaged) is { } refusal)
            {
                throw refusal;
            }

            throw;
        }
    }

    /// <inheritdoc cref="ReadAsync{T}"/>
    public static Task ReadAsync(Func<CancellationToken, Task> read, RefusalException tooLarge, TimeSpan timeout, string damaged, CancellationToken cancellation) =>
        ReadAsync(
            async limited =>
            {
                await read(limited);
                return true;
            },
            tooLarge, timeout, damaged, cancellation);

    /// <summary>The refusal, or null when the failure is another one.</summary>
    /// <param name="failure">What reading threw, when the client has not gone.</param>
    /// <param name="tooLarge">The refusal of a body that exceeds the endpoint's limit.</param>
    /// <param name="timeout">How long reading was allowed to take.</param>
    /// <param name="damaged">The sentence for a body that breaks off.</param>
    public static RefusalException? Explain(Exception failure, RefusalException tooLarge, TimeSpan timeout, string damaged) => failure switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => tooLarge,
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } or OperationCanceledException =>
            new(StatusCodes.Status408RequestTimeout, $"The upload took longer than {timeout.TotalSeconds:0} seconds, or came too slowly."),
        BadHttpRequestException or IOException or InvalidDataException => Refusal.Malformed(damaged, failure),
        _ => null,
    };
}
