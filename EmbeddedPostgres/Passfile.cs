using System.Security.Cryptography;

namespace AspireMl.EmbeddedPostgres;

/// <summary>The password, in the format of PostgreSQL's .pgpass, readable by its owner only.</summary>
internal static class Passfile
{
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>A new password of letters and digits, 190 bits of it.</summary>
    public static string NewPassword() => RandomNumberGenerator.GetString(Alphabet, 32);

    public static void Write(string path, string password)
    {
        var unfinished = path + ".unfinished";
        File.Delete(unfinished);
        WriteSecret(unfinished, $"*:*:*:{PostgresOptions.Name}:{password}\n");
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Writes a new file that nobody but its owner can read at any moment.</summary>
    public static void WriteSecret(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }
}
