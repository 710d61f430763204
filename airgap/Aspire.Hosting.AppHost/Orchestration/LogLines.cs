namespace Aspire.Hosting.Orchestration;

/// <summary>The last lines that a resource printed.</summary>
internal sealed class LogLines
{
    const int Capacity = 200;
    readonly Lock _lock = new();
    readonly Queue<string> _lines = new(Capacity);

    public void Add(string line)
    {
        lock (_lock)
        {
            if (_lines.Count == Capacity)
            {
                _lines.Dequeue();
            }

            _lines.Enqueue(line);
        }
    }

    public IReadOnlyList<string> Recent()
    {
        lock (_lock)
        {
            return [.. _lines];
        }
    }
}
