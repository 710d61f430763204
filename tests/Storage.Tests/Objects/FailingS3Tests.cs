using AspireMl.Storage.Objects.S3;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace AspireMl.Storage.Tests.Objects;

public sealed class FailingS3Tests
{
    [Theory]
    [InlineData(StatusCodes.Status503ServiceUnavailable)]
    [InlineData(StatusCodes.Status507InsufficientStorage)]
    public async Task A_server_that_answers_with_a_failure_of_its_own_counts_as_away(int status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        server.Run(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        await server.StartAsync();
        using var bucket = new S3Bucket(S3Address.Parse($"Endpoint={server.Urls.Single()};AccessKey=key;SecretKey=secret;Bucket=objects"));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => new S3ObjectStore(bucket).ExistsAsync(new('0', 64), default));
    }
}
