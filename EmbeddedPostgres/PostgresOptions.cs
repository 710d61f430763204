using System.ComponentModel.DataAnnotations;

namespace AspireMl.EmbeddedPostgres;

/// <summary>Where the embedded PostgreSQL keeps its data and how it is reached. Bound from <c>EmbeddedPostgres</c>.</summary>
internal sealed class PostgresOptions
{
    /// <summary>The superuser's name, and the name of the database that is made for it.</summary>
    public const string Name = "aspireml";

    /// <value>The folder of the data and the password. Default: <c>.data/postgres</c> at the root of the repository.</value>
    [Required(ErrorMessage = "Set EmbeddedPostgres__Folder: no repository was found above the program to put .data/postgres in.")]
    public string? Folder { get; set; } = RepositoryRoot.Find() is { } root ? Path.Combine(root, ".data", "postgres") : null;

    /// <value>The folder of the programs, with <c>bin/postgres</c> in it. Default: the npm package of this platform.</value>
    [Required(ErrorMessage = "Set EmbeddedPostgres__Programs: no repository was found above the program to look for node_modules in.")]
    public string? Programs { get; set; } = RepositoryRoot.Find() is { } root ? NpmPackage.Programs(root) : null;

    /// <value>The account that PostgreSQL runs under when this program is started as root. Default: the owner of the
    /// data, else <c>postgres</c>, else <c>nobody</c>.</value>
    public string? Account { get; set; }

    /// <value>Where the data goes when root starts the program and the account cannot enter <see cref="Folder"/>.</value>
    [Required]
    public string Fallback { get; set; } = "/var/lib/aspireml";

    /// <value>The loopback port, from 1 to 65535. Default 5433. The environment variable PORT decides.</value>
    [Range(1, 65535, ErrorMessage = "PORT must be a number from 1 to 65535.")]
    public int Port { get; set; } = 5433;
}
