using AspireMl.Storage.Objects.S3;

namespace AspireMl.Storage.Tests.Objects;

public sealed class S3AddressTests
{
    [Fact]
    public void An_address_is_read_from_its_parts()
    {
        var address = S3Address.Parse("Endpoint=http://minio:9000;AccessKey=aspireml;SecretKey=s=cr;Bucket=objects;Region=eu-central-1");

        Assert.Equal(new(new("http://minio:9000"), "aspireml", "s=cr", "objects", "eu-central-1"), address);
        Assert.DoesNotContain("s=cr", address.ToString(), StringComparison.Ordinal);
        Assert.Equal("us-east-1", S3Address.Parse("Endpoint=https://minio;AccessKey=a;SecretKey=b;Bucket=c").Region);
    }

    [Theory]
    [InlineData("nonsense", "list of Name=Value pairs")]
    [InlineData("Endpoint=minio:9000;AccessKey=a;SecretKey=topsecret;Bucket=c", "must be an address")]
    [InlineData("Endpoint=ftp://minio;AccessKey=a;SecretKey=topsecret;Bucket=c", "must be an address")]
    [InlineData("Endpoint=http://minio;SecretKey=topsecret;Bucket=c", "AccessKey is missing")]
    [InlineData("Endpoint=http://minio;AccessKey=a;SecretKey=;Bucket=c", "SecretKey is missing")]
    [InlineData("Endpoint=http://minio;AccessKey=a;SecretKey=topsecret", "Bucket is missing")]
    public void What_is_missing_is_said_without_the_secret(string given, string reason)
    {
        var message = Assert.Throws<InvalidOperationException>(() => S3Address.Parse(given)).Message;

        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__objects", message, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", message, StringComparison.Ordinal);
    }
}
