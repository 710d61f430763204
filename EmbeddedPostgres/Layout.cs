namespace AspireMl.EmbeddedPostgres;

/// <summary>Where everything lies: the data and the programs where the server's account reaches them.</summary>
/// <param name="Folder">The folder of the password and the lock, which stay with whoever starts the program.</param>
/// <param name="DataParent">The folder of the data folder; <paramref name="Folder"/> unless the account cannot enter that.</param>
/// <param name="Programs">The folder of PostgreSQL's programs.</param>
internal sealed record Layout(string Folder, string DataParent, string Programs)
{
    public string Data => Path.Combine(DataParent, "data");

    /// <summary>The folder that a new cluster is made in, before it is renamed to <see cref="Data"/>.</summary>
    public string Initialising => Path.Combine(DataParent, "initialising");

    public string Passfile => Path.Combine(Folder, "passfile");

    public string Lock => Path.Combine(Folder, "lock");
}
