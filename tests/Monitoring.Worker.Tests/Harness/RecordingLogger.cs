using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AspireMl.Monitoring.Worker.Tests.Harness;

/// <summary>Keeps what is logged.</summary>
sealed class RecordingLogger<T> : ILogger<T>
{
    readonly ConcurrentQueue<(string Message, Exception? Exception)> _entries = [];

    public IReadOnlyList<string> Messages => [.. _entries.Select(entry => entry.Message)];

    public IReadOnlyList<(string Message, Exception? Exception)> Failures => [.. _entries.Where(entry => entry.Exception is not null)];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Enqueue((formatter(state, exception), exception));
}
