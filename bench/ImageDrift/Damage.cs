using AspireMl.Modeling.Decoding;
using NetVips;

namespace AspireMl.Bench.ImageDrift;

/// <summary>Something that happens to images between the camera and the model.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="File">Makes another file of an image's file.</param>
/// <param name="Pixels">Changes the pixels of the decoded file.</param>
internal sealed record Damage(string Name, Func<byte[], byte[]> File, Action<DecodedImage> Pixels)
{
    /// <summary>Nothing: the file as it is.</summary>
    public static Damage None { get; } = new("clean", file => file, _ => { });

    /// <summary>A Gaussian blur.</summary>
    /// <param name="deviation">Its standard deviation in pixels.</param>
    public static Damage Blur(double deviation) =>
        None with { Name = FormattableString.Invariant($"blurred, {deviation:0.##} pixels"), Pixels = new GaussianBlur(deviation).Apply };

    /// <summary>Less light.</summary>
    /// <param name="share">What is left of each value.</param>
    public static Damage Dark(double share) => None with
    {
        Name = FormattableString.Invariant($"darkened to {share:P0}"),
        Pixels = image =>
        {
            foreach (ref var value in image.Pixels)
            {
                value = (byte)Math.Round(share * value);
            }
        },
    };

    /// <summary>Saved once more as a JPEG.</summary>
    /// <param name="quality">1 to 100.</param>
    public static Damage Jpeg(int quality) => None with
    {
        Name = $"JPEG, quality {quality}",
        File = file =>
        {
            using var image = Image.NewFromBuffer(file);
            return image.WriteToBuffer(FormattableString.Invariant($".jpg[Q={quality},strip]"));
        },
    };
}
