namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Says which methods are never sent twice.</summary>
public static class HttpRetryStrategyOptionsExtensions
{
    /// <summary>Turns retries off for the methods that may change something.</summary>
    public static void DisableForUnsafeHttpMethods(this HttpRetryStrategyOptions options) =>
        options.DisableFor(HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Post, HttpMethod.Put, HttpMethod.Connect);

    /// <summary>Turns retries off for these methods.</summary>
    public static void DisableFor(this HttpRetryStrategyOptions options, params HttpMethod[] methods)
    {
        var shouldHandle = options.ShouldHandle;
        options.ShouldHandle = args =>
            args.Context.Properties.TryGetValue(ResilienceHandler.Request, out var request) && methods.Contains(request.Method)
                ? ValueTask.FromResult(false)
                : shouldHandle(args);
    }
}
