using Polly.Timeout;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>A bound on time.</summary>
public class HttpTimeoutStrategyOptions : TimeoutStrategyOptions
{
}
