using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace AspireMl.ServiceDefaults.Refusals;

/// <summary>Turns what stopped a request into a problem with the status of the contract.</summary>
/// <param name="options">What exceptions mean.</param>
public sealed class RefusalFilter(IOptions<RefusalOptions> options) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return TypedResults.StatusCode(StatusCodes.Status499ClientClosedRequest);
        }
        catch (Exception failure) when (options.Value.Explain(failure) is { } refusal)
        {
            if (refusal.RetryAfter is { } wait)
            {
                http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
            }

            return TypedResults.Problem(refusal.Message, statusCode: refusal.Status);
        }
    }
}
