namespace AspireMl.ServiceDefaults.Refusals;

/// <summary>What the exceptions of a service's libraries mean to its clients.</summary>
public sealed class RefusalOptions
{
    readonly List<Func<Exception, RefusalException?>> _meanings = [exception => exception as RefusalException];

    /// <summary>Says what an exception means.</summary>
    /// <typeparam name="TException">The exception, or what it derives from; the first meaning that was given counts.</typeparam>
    /// <param name="meaning">Makes a refusal of it.</param>
    public void Map<TException>(Func<TException, RefusalException> meaning)
        where TException : Exception =>
        _meanings.Add(exception => exception is TException known ? meaning(known) : null);

    internal RefusalException? Explain(Exception failure) => _meanings.Select(meaning => meaning(failure)).FirstOrDefault(refusal => refusal is not null);
}
