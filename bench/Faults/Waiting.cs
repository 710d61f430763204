using System.Diagnostics;

namespace AspireMl.Bench.Faults;

/// <summary>Looks again and again, and takes the time.</summary>
internal static class Waiting
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Between two looks.</summary>
    public static TimeSpan Look { get; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Until something holds; whoever waits too long goes on and says what is missing.</summary>
    public static async Task<TimeSpan> UntilAsync(Func<Task<bool>> holds)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience && !await holds())
        {
            await Task.Delay(Look);
        }

        return clock.Elapsed;
    }
}
