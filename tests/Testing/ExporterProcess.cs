using System.ComponentModel;
using System.Diagnostics;

namespace AspireMl.Testing;

/// <summary>A program that tells Prometheus about something else: a machine, a database.</summary>
public sealed class ExporterProcess : IAsyncDisposable
{
    readonly Process _process;

    ExporterProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>Starts it; it answers soon.</summary>
    /// <param name="program">A program of Debian, named as its package.</param>
    /// <param name="variables">Environment variables.</param>
    public static ExporterProcess Start(string program, params IEnumerable<(string Name, string Value)> variables)
    {
        var address = $"127.0.0.1:{FreePort.Next()}";
        var start = new ProcessStartInfo(program, [$"--web.listen-address={address}", "--log.level=error"]) { RedirectStandardError = true };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        try
        {
            var process = Process.Start(start)!;
            // Unread pipes fill up and stop the program.
            process.BeginErrorReadLine();
            return new(process, new($"http://{address}"));
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"A test needs {program}; on Debian or Ubuntu install it with: sudo apt-get install {program}", missing);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
