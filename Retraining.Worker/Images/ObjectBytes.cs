using AspireMl.Storage.Objects;

namespace AspireMl.Retraining.Worker.Images;

/// <summary>Reads small objects whole.</summary>
internal static class ObjectBytes
{
    /// <summary>The bytes of an object, or null when it is not there.</summary>
    public static async Task<byte[]?> ReadAsync(IObjectStore objects, string sha256, CancellationToken cancellation)
    {
        await using var stored = await objects.OpenAsync(sha256, cancellation);
        if (stored is null)
        {
            return null;
        }

        var content = new byte[stored.Length];
        await stored.ReadExactlyAsync(content, cancellation);
        return content;
    }
}
