namespace AspireMl.Storage.Queue;

/// <summary>What every queue asks of its callers.</summary>
public static class MessageRules
{
    /// <summary>Most bytes of a message.</summary>
    public const int MostBytes = 8 << 20;

    const int MostPrefetched = 1000;

    internal static void CheckService(string service)
    {
        if (!ServiceName.IsValid(service))
        {
            throw new ArgumentException(ServiceName.Rule, nameof(service));
        }
    }

    internal static void CheckMessage(string service, ReadOnlyMemory<byte> body)
    {
        CheckService(service);
        if (body.Length > MostBytes)
        {
            throw new ArgumentException($"A message has at most {MostBytes} bytes.", nameof(body));
        }
    }

    internal static void CheckSubscription(string service, int prefetch)
    {
        CheckService(service);
        ArgumentOutOfRangeException.ThrowIfNotEqual(prefetch, Math.Clamp(prefetch, 1, MostPrefetched));
    }
}
