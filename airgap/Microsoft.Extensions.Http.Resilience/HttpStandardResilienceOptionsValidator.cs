using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.Http.Resilience;

internal sealed class HttpStandardResilienceOptionsValidator : IValidateOptions<HttpStandardResilienceOptions>
{
    public ValidateOptionsResult Validate(string? name, HttpStandardResilienceOptions options) =>
        options.AttemptTimeout.Timeout > options.TotalRequestTimeout.Timeout
            ? ValidateOptionsResult.Fail("The total request timeout must not be shorter than the attempt timeout.")
            : options.CircuitBreaker.SamplingDuration < options.AttemptTimeout.Timeout * 2
                ? ValidateOptionsResult.Fail("The circuit breaker must sample at least twice as long as one attempt may take.")
                : ValidateOptionsResult.Success;
}
