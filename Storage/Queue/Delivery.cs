namespace AspireMl.Storage.Queue;

/// <summary>A message that is held for its handler.</summary>
/// <param name="Service">The service whose queue it came from.</param>
/// <param name="Body">What was published.</param>
/// <param name="Attempt">Which delivery of the message this is, from 1.</param>
public sealed record Delivery(string Service, ReadOnlyMemory<byte> Body, int Attempt);

/// <summary>A message that nobody could handle.</summary>
/// <param name="Service">The service it was for.</param>
/// <param name="Body">What was published.</param>
/// <param name="Reason">Why it is here, a sentence.</param>
public sealed record DeadLetter(string Service, ReadOnlyMemory<byte> Body, string Reason);
