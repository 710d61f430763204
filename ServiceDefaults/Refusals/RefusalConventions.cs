using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AspireMl.ServiceDefaults.Refusals;

/// <summary>Endpoints that refuse by exceptions.</summary>
public static class RefusalConventions
{
    /// <summary>Turns what stops a request of the group into problems, and tells their statuses in the OpenAPI document.</summary>
    /// <param name="group">The group.</param>
    /// <param name="statuses">The statuses that its refusals may have.</param>
    public static RouteGroupBuilder WithRefusals(this RouteGroupBuilder group, params ReadOnlySpan<int> statuses)
    {
        group.AddEndpointFilter<RefusalFilter>();
        foreach (var status in statuses)
        {
            group.ProducesProblem(status);
        }

        return group;
    }
}
