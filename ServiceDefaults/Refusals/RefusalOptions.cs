namespace AspireMl.ServiceDefaults.Refusals;

/// <summary>What the exceptions of a service's libraries mean to its clients.</summary>
public sealed class RefusalOptions
{
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    readonly List<Func<Exception, RefusalException?>> _meanings = [exception => exception as RefusalException];

    /// <summary>Says what an exception means.</summary>
    /// <typeparam name="TException">The exception, or what it derives from; the first meaning that was given counts.</typeparam>
    /// <param name="meaning">Makes a refusal of it.</param>
    public void Map<TException>(Func<TException, RefusalException> meaning)
        where TException : Exception =>
        _meanings.Add(exception => exception is TException known ? meaning(known) : null);

    /// <summary>Says that an exception means that something is away for the moment: status 503.</summary>
    /// <typeparam name="TException">The exception, or what it derives from.</typeparam>
    /// <param name="sentence">What to tell; the exception's own message when it is left out.</param>
    public void MapUnavailable<TException>(string? sentence = null)
        where TException : Exception =>
        Map<TException>(away => Refusal.Unavailable(sentence ?? away.Message, Soon, away));

    internal RefusalException? Explain(Exception failure) => _meanings.Select(meaning => meaning(failure)).FirstOrDefault(refusal => refusal is not null);
}
