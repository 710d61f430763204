namespace AspireMl.Contracts.Clients;

/// <summary>The header by which a client says who makes a request.</summary>
public static class ActorHeader
{
    /// <summary>Its name; the value has 1 to 100 printable characters.</summary>
    public const string Name = "X-Actor";
}
