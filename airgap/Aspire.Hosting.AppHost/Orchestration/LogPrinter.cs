using System.Text.RegularExpressions;

namespace Aspire.Hosting.Orchestration;

/// <summary>Prints each line of a resource behind the resource's name, and remembers it.</summary>
internal sealed partial class LogPrinter
{
    readonly Lock _lock = new();

    public void Print(ResourceStatus status, string line)
    {
        var plain = Colours().Replace(line, "");
        status.Log.Add(plain);
        lock (_lock)
        {
            Console.Out.WriteLine($"[{status.Resource.Name}] {(Console.IsOutputRedirected ? plain : line)}");
        }
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*[A-Za-z]")]
    private static partial Regex Colours();
}
