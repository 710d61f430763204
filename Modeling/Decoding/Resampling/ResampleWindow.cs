namespace AspireMl.Modeling.Decoding.Resampling;

/// <summary>A cut-out of a resized image.</summary>
/// <param name="FullWidth">Width to which the whole image is resized.</param>
/// <param name="FullHeight">Height to which the whole image is resized.</param>
/// <param name="Left">First column of the cut-out.</param>
/// <param name="Top">First row of the cut-out.</param>
/// <param name="Width">Columns of the cut-out.</param>
/// <param name="Height">Rows of the cut-out.</param>
internal readonly record struct ResampleWindow(int FullWidth, int FullHeight, int Left, int Top, int Width, int Height)
{
    /// <summary>All of an image that is resized to this size.</summary>
    public static ResampleWindow Whole(int width, int height) => new(width, height, 0, 0, width, height);
}
