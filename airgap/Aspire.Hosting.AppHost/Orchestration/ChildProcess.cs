using System.Diagnostics;

namespace Aspire.Hosting.Orchestration;

/// <summary>A running process of a resource.</summary>
internal sealed class ChildProcess(Process process)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public int Id => process.Id;

    /// <summary>Passes every line on until the process has ended, and returns its exit status.</summary>
    public async Task<int> FollowAsync(Action<string> line)
    {
        var reading = Task.WhenAll(ReadAsync(process.StandardOutput, line), ReadAsync(process.StandardError, line));
        await process.WaitForExitAsync();
        // What it started may keep the streams open for longer.
        await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(1)));
        return process.ExitCode;
    }

    public async Task StopAsync()
    {
        Signals.AskToStop(process.Id);
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            Signals.EndAll(process.Id);
            await process.WaitForExitAsync();
        }
    }

    static async Task ReadAsync(StreamReader reader, Action<string> line)
    {
        while (await reader.ReadLineAsync() is { } text)
        {
            line(text);
        }
    }
}
