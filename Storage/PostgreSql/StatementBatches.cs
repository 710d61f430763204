namespace AspireMl.Storage.PostgreSql;

/// <summary>
/// Does calls that come while a statement is running together in the next one. A single caller does not wait; of many
/// each pays a part of one round trip and one commit.
/// </summary>
/// <param name="keyOf">Two calls of one key are never in one statement.</param>
/// <param name="run">Does several calls, all or none, and gives their results in order.</param>
sealed class StatementBatches<TItem, TResult>(Func<TItem, Guid> keyOf, Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> run)
{
    const int Most = 64;

    readonly Lock _lock = new();
    readonly LinkedList<Call> _waiting = [];
    bool _isRunning;

    /// <summary>Does one call.</summary>
    /// <param name="item">What it is about.</param>
    /// <param name="cancellation">Ends the wait; the call may be done all the same.</param>
    public Task<TResult> RunAsync(TItem item, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var call = new Call(item);
        lock (_lock)
        {
            _waiting.AddLast(call);
            if (!_isRunning)
            {
                _isRunning = true;
                _ = Task.Run(RunAllAsync, CancellationToken.None);
            }
        }

        return call.Result.Task.WaitAsync(cancellation);
    }

    async Task RunAllAsync()
    {
        while (TakeNext() is { Count: > 0 } calls)
        {
            if (!await TryAsync(calls) && calls.Count > 1)
            {
                // One of them is refused: it must not take the others with it.
                foreach (var call in calls)
                {
                    await TryAsync([call]);
                }
            }
        }
    }

    // False when the calls are to be tried one by one; a single call has its result or its failure then.
    async Task<bool> TryAsync(List<Call> calls)
    {
        try
        {
            var results = await run([.. calls.Select(call => call.Item)]);
            for (var i = 0; i < calls.Count; i++)
            {
                calls[i].Result.SetResult(results[i]);
            }

            return true;
        }
        catch (Npgsql.PostgresException) when (calls.Count > 1)
        {
            return false;
        }
        catch (Exception failure)
        {
            // Whoever waits for the results gets the failure.
            calls.ForEach(call => call.Result.SetException(failure));
            return true;
        }
    }

    List<Call> TakeNext()
    {
        lock (_lock)
        {
            var keys = new HashSet<Guid>();
            List<Call> taken = [];
            for (var node = _waiting.First; node is not null && taken.Count < Most;)
            {
                var (call, next) = (node, node.Next);
                if (keys.Add(keyOf(call.Value.Item)))
                {
                    taken.Add(call.Value);
                    _waiting.Remove(call);
                }

                node = next;
            }

            _isRunning = taken.Count > 0;
            return taken;
        }
    }

    sealed record Call(TItem Item)
    {
        // The caller must not go on upon the thread that does the next statement.
        public TaskCompletionSource<TResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
