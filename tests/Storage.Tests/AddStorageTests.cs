using AspireMl.Storage.Documents;
using AspireMl.Storage.Objects;
using AspireMl.Storage.Tests.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace AspireMl.Storage.Tests;

[Collection(SharedPostgres.Name)]
public sealed class AddStorageTests(PostgresFixture fixture) : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("aspireml-storage-").FullName;

    [Fact]
    public async Task A_database_string_gives_working_stores_and_a_health_check()
    {
        using var host = Build(await fixture.Server.CreateDatabaseAsync());
        await host.StartAsync();

        var page = await host.Services.GetRequiredService<IInferenceStore>().ListAsync(new(), default);
        var content = new byte[] { 1, 2, 3 };
        await host.Services.GetRequiredService<IObjectStore>().PutAsync(ObjectKey.Of(content), content, default);
        var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Empty(page.Items);
        Assert.Single(Directory.GetFiles(_root, "*", SearchOption.AllDirectories));
        Assert.Equal(HealthStatus.Healthy, health.Entries["database"].Status);
        await host.StopAsync();
    }

    [Fact]
    public async Task Without_a_database_the_start_fails_with_a_sentence()
    {
        using var host = Build(null);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Contains("ConnectionStrings__database", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mongodb://me:secret@host.example:27017/mine", "MongoDB's driver")]
    [InlineData("mongodb+srv://me:secret@host.example/mine", "MongoDB's driver")]
    [InlineData("Host=host.example;Password=secret", "the address of a MongoDB")]
    public void A_server_of_documents_that_this_build_cannot_use_is_refused_with_a_sentence(string documents, string why)
    {
        // This project does not reference the provider, as no project of the restricted build does.
        var failure = Assert.Throws<InvalidOperationException>(() => Build("Host=localhost", documents));

        Assert.Contains("ConnectionStrings__documents", failure.Message, StringComparison.Ordinal);
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_is_kept_at_the_root_of_the_product()
    {
        var service = Directory.CreateDirectory(Path.Combine(_root, "product", "service")).FullName;
        File.WriteAllText(Path.Combine(_root, "product", "AspireMl.sln"), "");

        Assert.Equal(Path.Combine(_root, "product", ".data", "objects"), DataFolder.Locate(service, "objects"));
        Assert.Equal(Path.Combine(_root, ".data", "objects"), DataFolder.Locate(_root, "objects"));
    }

    IHost Build(string? connectionString, string? documents = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration["ConnectionStrings:database"] = connectionString;
        builder.Configuration["ConnectionStrings:documents"] = documents;
        builder.Configuration["Objects:Path"] = _root;
        builder.AddStorage();
        return builder.Build();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
