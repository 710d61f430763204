using System.Globalization;

namespace AspireMl.Bench.Faults;

/// <summary>A wall clock of a process that can be put forward and back while it runs, by Debian's libfaketime; durations are measured as ever.</summary>
internal sealed class MovableClock : IDisposable
{
    const string Library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

    readonly string _file = Path.GetTempFileName();

    /// <summary>A clock that is right.</summary>
    public MovableClock() => Move(TimeSpan.Zero);

    /// <summary>Whether the library is installed.</summary>
    public static bool IsThere => File.Exists(Library);

    /// <summary>Environment variables of the process.</summary>
    public IEnumerable<(string Name, string Value)> Settings =>
    [
        ("LD_PRELOAD", Library),
        ("FAKETIME_TIMESTAMP_FILE", _file),
        ("FAKETIME_NO_CACHE", "1"),
        ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
    ];

    /// <summary>Has the clock show the right time and so much.</summary>
    public void Move(TimeSpan offset) => File.WriteAllText(_file, offset.TotalSeconds.ToString("+0;-0;+0", CultureInfo.InvariantCulture));

    public void Dispose() => File.Delete(_file);
}
