namespace AspireMl.Retraining.Worker.Images.Checks;

/// <summary>How bright a colour looks (Rec. 601).</summary>
internal static class Luma
{
    /// <summary>What a luma of 1 is here, so that it can be told in whole numbers.</summary>
    public const int One = 1000;

    /// <summary>Luma times <see cref="One"/>, of the values of a pixel or of the sums of many.</summary>
    public static long Of(long red, long green, long blue) => (299 * red) + (587 * green) + (114 * blue);
}
