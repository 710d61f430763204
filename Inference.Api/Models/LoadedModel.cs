namespace AspireMl.Inference.Api.Models;

/// <summary>
/// A model in memory with the number of those who use it, its owner among them. It is disposed of when the last one has
/// let go, so that an owner may retire it while requests still run on it.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="needed">What must not go before the model, or null; it is disposed of after it.</param>
sealed class LoadedModel(IDisposable model, IDisposable? needed = null)
{
    int _uses = 1;

    /// <summary>Begins a use.</summary>
    /// <typeparam name="T">What the model is.</typeparam>
    /// <returns>Null when the model was retired and is let go by all.</returns>
    public ModelUse<T>? TryUse<T>()
        where T : class, IDisposable
    {
        var wanted = (T)model;
        return TryTake() ? new(this, wanted) : null;
    }

    /// <summary>The owner lets go: no new use succeeds once the running ones have ended.</summary>
    public void Retire() => Release();

    /// <summary>A use has ended.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _uses) == 0)
        {
            model.Dispose();
            needed?.Dispose();
        }
    }

    bool TryTake()
    {
        for (var uses = Volatile.Read(ref _uses); uses > 0;)
        {
            var seen = Interlocked.CompareExchange(ref _uses, uses + 1, uses);
            if (seen == uses)
            {
                return true;
            }

            uses = seen;
        }

        return false;
    }
}
