using System.ComponentModel;
using System.Runtime.InteropServices;

namespace AspireMl.EmbeddedPostgres;

/// <summary>The few system calls that .NET does not offer.</summary>
internal static partial class Libc
{
    public const int Interrupt = 2;
    public const int Quit = 3;

    public static bool IsRoot => !OperatingSystem.IsWindows() && GetEffectiveUser() == 0;

    public static void Signal(int process, int signal) => _ = Kill(process, signal);

    public static void GiveTo(Account account, string path)
    {
        if (ChangeOwner(path, account.User, account.Group) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"Could not give {path} to the account {account.Name}");
        }
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetEffectiveUser();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "chown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint user, uint group);
}
