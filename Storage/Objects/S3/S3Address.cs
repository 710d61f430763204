using System.Data.Common;

namespace AspireMl.Storage.Objects.S3;

/// <summary>Where an S3 server is, whose keys open it, and the bucket that keeps the objects.</summary>
/// <param name="Endpoint">The server's address, over http or https.</param>
/// <param name="AccessKey">Says who asks.</param>
/// <param name="SecretKey">Proves it.</param>
/// <param name="Bucket">Made at the first use when it is not there.</param>
/// <param name="Region">The region that requests are signed for.</param>
sealed record S3Address(Uri Endpoint, string AccessKey, string SecretKey, string Bucket, string Region)
{
    const string DefaultRegion = "us-east-1";

    /// <summary>Reads a connection string such as <c>Endpoint=http://host:9000;AccessKey=...;SecretKey=...;Bucket=aspireml</c>; <c>Region</c> may follow.</summary>
    /// <exception cref="InvalidOperationException">It says what is missing or malformed, but never what is in it.</exception>
    public static S3Address Parse(string connectionString)
    {
        DbConnectionStringBuilder values;
        try
        {
            values = new() { ConnectionString = connectionString };
        }
        catch (ArgumentException)
        {
            throw Malformed("it is not a list of Name=Value pairs with semicolons between them");
        }

        return new(
            Uri.TryCreate(Value(values, "Endpoint"), UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"
                ? endpoint
                : throw Malformed("Endpoint must be an address that begins with http:// or https://"),
            Value(values, "AccessKey"),
            Value(values, "SecretKey"),
            Value(values, "Bucket"),
            values.TryGetValue("Region", out var region) && region is string { Length: > 0 } given ? given : DefaultRegion);
    }

    // The compiler's own would print the secret.
    /// <inheritdoc/>
    public override string ToString() => $"{Endpoint} bucket {Bucket}";

    static string Value(DbConnectionStringBuilder values, string name) =>
        values.TryGetValue(name, out var value) && value is string { Length: > 0 } text ? text : throw Malformed($"{name} is missing");

    static InvalidOperationException Malformed(string reason) => new(
        $"ConnectionStrings__{StorageExtensions.ObjectsName} cannot be used: {reason}. It should read Endpoint=http://host:9000;AccessKey=...;SecretKey=...;Bucket=...");
}
