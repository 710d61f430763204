using AspireMl.Modeling.Documents.Decoding;
using AspireMl.Storage;

namespace AspireMl.Inference.Api.Refusals;

/// <summary>Turns what stopped a request into a problem with the status of the contract.</summary>
sealed class RefusalFilter : IEndpointFilter
{
    static readonly TimeSpan StorageRetry = TimeSpan.FromSeconds(2);

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
        catch (Exception failure) when (Explain(failure) is { } refusal)
        {
            if (refusal.RetryAfter is { } wait)
            {
                http.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds):0}";
            }

            return TypedResults.Problem(refusal.Message, statusCode: refusal.Status);
        }
    }

    static Refusal? Explain(Exception failure) => failure switch
    {
        Refusal refusal => refusal,
        ImageRejectedException { Reason: ImageRejection.UnsupportedFormat } image => Refusal.WrongMediaType(image.Message),
        ImageRejectedException { Reason: ImageRejection.TooLarge } image => Refusal.TooLarge(image.Message),
        ImageRejectedException image => Refusal.Unusable(image.Message),
        StorageUnavailableException unavailable => Refusal.Unavailable(unavailable.Message, StorageRetry, unavailable),
        _ => null,
    };
}
