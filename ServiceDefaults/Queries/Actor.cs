using AspireMl.Contracts.Clients;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.AspNetCore.Http;

namespace AspireMl.ServiceDefaults.Queries;

/// <summary>Who makes a request, by its own word.</summary>
public static class Actor
{
    const int Longest = 100;
    const string Anonymous = "anonymous";

    /// <summary>The name in the header, or <c>anonymous</c>.</summary>
    /// <exception cref="RefusalException">It is not a name: status 400.</exception>
    public static string Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        // Nobody checks the name: until requests are authenticated it is a note, not a proof.
        var actor = request.Headers[ActorHeader.Name].ToString().Trim();
        return actor.Length == 0 ? Anonymous
            : actor.Length <= Longest && !actor.Any(char.IsControl) ? actor
            : throw Refusal.Malformed($"The header {ActorHeader.Name} holds 1 to {Longest} printable characters.");
    }
}
