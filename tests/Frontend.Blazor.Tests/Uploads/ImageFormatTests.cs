using AspireMl.Frontend.Blazor.Uploads;

namespace AspireMl.Frontend.Blazor.Tests.Uploads;

public sealed class ImageFormatTests
{
    [Theory]
    [InlineData("FFD8FFE000104A4649460001", "image/jpeg")]
    [InlineData("89504E470D0A1A0A0000000D", "image/png")]
    [InlineData("524946462400000057454250", "image/webp")]
    [InlineData("49492A0008000000", "image/tiff")]
    [InlineData("4D4D002A00000008", "image/tiff")]
    [InlineData("474946383961", null)]
    [InlineData("52494646240000005741564500", null)]
    [InlineData("FFD8", null)]
    [InlineData("", null)]
    public void Formats_are_told_by_their_first_bytes(string hex, string? mediaType) =>
        Assert.Equal(mediaType, ImageFormat.Detect(Convert.FromHexString(hex)));
}
