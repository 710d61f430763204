using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AspireMl.ServiceDefaults.Refusals;

/// <summary>Reads the JSON of a request. How large it may be is said by the endpoint's size limit.</summary>
public static class JsonBody
{
    /// <summary>Reads the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="what">What the body should be and how it looks, for example <c>feedback; send {"verdict":"correct"}</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RefusalException">It is not sent as JSON (status 415), or is not what it should be (400).</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, string what, CancellationToken cancellation)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            throw Refusal.WrongMediaType($"Send the body as application/json: {what}.");
        }

        try
        {
            return await request.ReadFromJsonAsync<T>(cancellation) ?? throw NotThat(what);
        }
        catch (JsonException failure)
        {
            throw NotThat(what, failure);
        }
    }

    /// <summary>The refusal of a body that is not what it should be: status 400.</summary>
    public static RefusalException NotThat(string what, Exception? cause = null) => Refusal.Malformed($"The body is not {what}.", cause);
}
