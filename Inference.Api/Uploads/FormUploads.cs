using AspireMl.ServiceDefaults.Refusals;
using AspireMl.ServiceDefaults.Uploads;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Uploads;

/// <summary>Lets forms be read within the time and the memory that uploads have.</summary>
sealed class FormUploads(IOptions<UploadOptions> options, UploadBudget budget)
{
    readonly TimeSpan _timeout = options.Value.Timeout;

    /// <summary>Reads a form. The lease is the reader's to keep unless it throws.</summary>
    /// <param name="request">The request.</param>
    /// <param name="what">What the form holds, for the sentence to those who send something else.</param>
    /// <param name="mostBytes">Most bytes of the form that are kept in memory.</param>
    /// <param name="tooLarge">The refusal of a form that exceeds the endpoint's limit.</param>
    /// <param name="read">Reads the fields.</param>
    /// <param name="cancellation">The client has gone.</param>
    /// <exception cref="RefusalException">Statuses 400, 408, 413, 415, 422, 429 with their reasons.</exception>
    public async Task<T> ReadAsync<T>(
        HttpRequest request, string what, long mostBytes, RefusalException tooLarge,
        Func<MultipartReader, UploadBudget.Lease, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        var reader = MultipartForm.Open(request, what);
        var lease = budget.Take(Math.Min(request.ContentLength ?? mostBytes, mostBytes));
        try
        {
            return await BrokenUpload.ReadAsync(limited => read(reader, lease, limited), tooLarge, _timeout, MultipartForm.Damaged, cancellation);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }
}
