namespace AspireMl.Modeling.Documents.Ocr;

/// <summary>
/// Shares a fixed number of threads between networks, first come first served: a network with inner threads takes
/// several at once and cannot be starved by a stream of small ones.
/// </summary>
internal sealed class CoreBudget(int threads)
{
    readonly object _lock = new();
    int _free = threads;
    long _nextTicket, _serving;

    internal int Threads { get; } = threads;

    internal Share Take(int count)
    {
        lock (_lock)
        {
            var ticket = _nextTicket++;
            while (ticket != _serving || _free < count)
            {
                Monitor.Wait(_lock);
            }

            _serving++;
            _free -= count;
            Monitor.PulseAll(_lock);
        }

        return new Share(this, count);
    }

    void Return(int count)
    {
        lock (_lock)
        {
            _free += count;
            Monitor.PulseAll(_lock);
        }
    }

    internal readonly struct Share(CoreBudget budget, int count) : IDisposable
    {
        public void Dispose() => budget.Return(count);
    }
}
