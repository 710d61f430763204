using System.Diagnostics;

namespace AspireMl.Testing;

/// <summary>Runs a program to its end, at the repository's root.</summary>
public static class ToolProcess
{
    /// <summary>Runs it.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="settings">Environment variables.</param>
    /// <param name="input">What it reads, to the end.</param>
    /// <returns>How it ended.</returns>
    public static async Task<ToolResult> RunAsync(string program, IEnumerable<string> arguments, IEnumerable<(string Key, string Value)>? settings = null, string input = "")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryRoot.Path,
        };
        foreach (var (key, value) in settings ?? [])
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await WriteAsync(process.StandardInput, input);
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }

    static async Task WriteAsync(StreamWriter standardInput, string input)
    {
        try
        {
            await standardInput.WriteAsync(input);
            standardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read everything; how it ended says why.
        }
    }
}
