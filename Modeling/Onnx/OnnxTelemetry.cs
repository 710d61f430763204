using System.Runtime.InteropServices;

namespace AspireMl.Modeling.Onnx;

/// <summary>
/// ONNX Runtime for Linux tells its maker about the machine and every session, from version 1.29 on, unless its process has this
/// variable when the first session is made. It also looks for a shell, and a process without one dies of that.
/// </summary>
internal static partial class OnnxTelemetry
{
    const string Off = "ORT_DISABLE_TELEMETRY";

    /// <summary>Sees to it that nothing is told.</summary>
    public static void SwitchOff()
    {
        if (!OperatingSystem.IsWindows() && SetVariable(Off, "1", 1) != 0)
        {
            throw new InvalidOperationException($"{Off} could not be set, and without it ONNX Runtime reports to its maker.");
        }
    }

    // Environment.SetEnvironmentVariable changes a copy that native code does not read.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
