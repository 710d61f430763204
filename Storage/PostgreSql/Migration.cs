using System.Reflection;

namespace AspireMl.Storage.PostgreSql;

/// <summary>One step of the schema: an embedded file named <c>NNNN_name.sql</c>.</summary>
sealed record Migration(int Version, string Name, string Sql)
{
    const string Prefix = "Migrations.";
    const string Suffix = ".sql";

    /// <summary>All steps in order.</summary>
    public static IReadOnlyList<Migration> ReadAll()
    {
        var assembly = typeof(Migration).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal) && resource.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(resource => Read(assembly, resource))
            .OrderBy(migration => migration.Version)];
    }

    static Migration Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var name = resource[Prefix.Length..^Suffix.Length];
        var underscore = name.IndexOf('_', StringComparison.Ordinal);
        return new(int.Parse(name[..underscore]), name[(underscore + 1)..], reader.ReadToEnd());
    }
}
