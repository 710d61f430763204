namespace AspireMl.EmbeddedPostgres;

/// <summary>An account of this machine, as /etc/passwd has it.</summary>
internal sealed record Account(string Name, uint User, uint Group)
{
    /// <summary>The account to run PostgreSQL under: the wanted one, else the owner of the data, else a customary one.</summary>
    public static Account Choose(string? wanted, string? ownerOfData, IEnumerable<string> passwd)
    {
        var accounts = passwd.Select(Parse).OfType<Account>().Where(account => account.User != 0).ToList();
        if (wanted is not null)
        {
            return accounts.Find(account => account.Name == wanted)
                ?? throw new RefusedException($"There is no unprivileged account '{wanted}'. Set EmbeddedPostgres__Account to one that exists.");
        }

        return accounts.Find(account => account.Name == ownerOfData)
            ?? accounts.Find(account => account.Name == "postgres")
            ?? accounts.Find(account => account.Name == "nobody")
            ?? throw new RefusedException("PostgreSQL refuses to run as root and there is no account 'postgres' or 'nobody'. Set EmbeddedPostgres__Account.");
    }

    static Account? Parse(string line) =>
        line.Split(':') is [var name, _, var user, var group, ..] && uint.TryParse(user, out var uid) && uint.TryParse(group, out var gid)
            ? new(name, uid, gid)
            : null;
}
