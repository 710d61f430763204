namespace AspireMl.Storage.Queue;

/// <summary>Sentences for messages that the queue itself puts to the dead letters.</summary>
static class DeadReasons
{
    public static string UnknownService(string service) => $"There is no service named {service}; PUT /v1/services/{service} makes one.";
}
