namespace AspireMl.EmbeddedPostgres;

/// <summary>Makes the data folder once, whole or not at all, and checks one that is there.</summary>
internal sealed partial class Cluster(Layout layout, Programs programs, Launcher launcher, ILogger logger)
{
    public void Prepare()
    {
        if (Directory.Exists(layout.Data))
        {
            CheckVersion();
            if (!File.Exists(layout.Passfile))
            {
                ResetPassword();
            }
        }
        else
        {
            Initialise();
        }
    }

    void CheckVersion()
    {
        var file = Path.Combine(layout.Data, "PG_VERSION");
        var version = File.Exists(file) ? File.ReadAllText(file).Trim() : null;
        var expected = programs.MajorVersion();
        if (version is null)
        {
            throw new RefusedException($"{layout.Data} is not a data folder of PostgreSQL. Move it away, or set EmbeddedPostgres__Folder to another place.");
        }

        if (version != expected)
        {
            throw new RefusedException(
                $"{layout.Data} was made by PostgreSQL {version}, and this is PostgreSQL {expected}. Dump it with version {version} and load it again, or move the folder away to start empty.");
        }
    }

    void Initialise()
    {
        LogInitialising(layout.Data);
        if (Directory.Exists(layout.Initialising))
        {
            Directory.Delete(layout.Initialising, recursive: true);
        }

        var data = Path.Combine(layout.Initialising, "data");
        var secret = Path.Combine(layout.Initialising, "password");
        var password = Passfile.NewPassword();
        Directory.CreateDirectory(data);
        Passfile.WriteSecret(secret, password + "\n");
        foreach (var path in launcher.Account is null ? [] : new[] { layout.Initialising, data, secret })
        {
            Libc.GiveTo(launcher.Account!, path);
        }

        Must(programs.InitDb, [
            "-D", data, "-U", PostgresOptions.Name, "--pwfile", secret, "-A", "scram-sha-256", "-E", "UTF8",
            "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8",
        ]);
        Execute(data, $"CREATE DATABASE {PostgresOptions.Name}");

        Passfile.Write(layout.Passfile, password);
        Directory.Move(data, layout.Data);
        Directory.Delete(layout.Initialising, recursive: true);
    }

    void ResetPassword()
    {
        LogNewPassword(layout.Passfile);
        var password = Passfile.NewPassword();
        Execute(layout.Data, $"ALTER ROLE {PostgresOptions.Name} PASSWORD '{password}'");
        Passfile.Write(layout.Passfile, password);
    }

    /// <summary>Executes one statement without a server, as PostgreSQL's single-user mode does.</summary>
    void Execute(string data, string statement) =>
        Must(programs.Postgres, ["--single", "-D", data, "-c", "exit_on_error=on", "postgres"], statement + "\n");

    void Must(string program, string[] arguments, string input = "")
    {
        var (status, output) = launcher.Run(program, arguments, input);
        if (status != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(program)} failed with status {status}: {output.Trim()}");
        }
    }

    [LoggerMessage(LogLevel.Information, "Making a database in {Data}.")]
    partial void LogInitialising(string data);

    [LoggerMessage(LogLevel.Warning, "{Passfile} is gone; the database gets a new password.")]
    partial void LogNewPassword(string passfile);
}
