using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Comparison;

static class ComparisonExtensions
{
    /// <summary>Name of the limit on comparisons at the same time.</summary>
    public const string Policy = "comparison";

    const int RetrySeconds = 5;

    public static IHostApplicationBuilder AddComparison(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ComparisonOptions>().BindConfiguration("Comparison").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<FileComparison>();
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<ComparisonOptions>>(Limit);
        return builder;
    }

    static void Limit(RateLimiterOptions limiter, IOptions<ComparisonOptions> comparison)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        // Before the body is read, so that those who wait hold neither memory nor disk.
        limiter.AddPolicy(Policy, _ => RateLimitPartition.GetConcurrencyLimiter(Policy, _ => new()
        {
            PermitLimit = comparison.Value.Concurrency,
            QueueLimit = comparison.Value.Queue,
        }));
    }
}
