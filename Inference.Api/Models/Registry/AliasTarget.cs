using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Inference.Api.Models.Registry;

/// <summary>What an alias is to name, as it is sent.</summary>
/// <param name="Version">The version.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
sealed record AliasTarget(string? Version, string? Reason)
{
    public const int MostBytes = 8192;

    const int LongestVersion = 64;
    const string What = """the target of an alias; send {"version":"1.1.0","reason":"why"}, the reason with 1 to 500 characters""";

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="RefusalException">It is none: statuses 400 and 415.</exception>
    public static async Task<(string Version, string Reason)> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        await JsonBody.ReadAsync<AliasTarget>(request, What, cancellation) is { Version: { Length: > 0 and <= LongestVersion } version, Reason: var text }
            && ReasonRule.Read(text) is { } reason
            && !version.Any(char.IsControl)
            ? (version, reason)
            : throw JsonBody.NotThat(What);
}
