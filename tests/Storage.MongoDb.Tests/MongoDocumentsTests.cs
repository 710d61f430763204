using AspireMl.Storage.Documents;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.MongoDb.Documents;
using AspireMl.Storage.MongoDb.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AspireMl.Storage.MongoDb.Tests;

/// <summary>What the connection string decides; no server is asked.</summary>
public sealed class MongoDocumentsTests
{
    [Xunit.Fact]
    public void A_MongoDB_in_the_configuration_keeps_the_documents()
    {
        using var host = Build("mongodb://me:secret@host.example:27017/mine?authSource=admin");

        Assert.IsType<MongoInferenceStore>(host.Services.GetRequiredService<IInferenceStore>());
        Assert.IsType<MongoJobStore>(host.Services.GetRequiredService<IJobStore>());
    }

    [Xunit.Theory]
    [InlineData("mongodb://me:secret@host.example:27017")]
    [InlineData("mongodb://me:secret@host.example:port/mine")]
    public void A_connection_string_without_a_server_or_a_database_is_refused_without_its_password(string given)
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Build(given));

        Assert.Contains("ConnectionStrings__documents", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    static IHost Build(string documents)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration["ConnectionStrings:database"] = "Host=localhost";
        builder.Configuration["ConnectionStrings:documents"] = documents;
        builder.AddStorage();
        return builder.Build();
    }
}
