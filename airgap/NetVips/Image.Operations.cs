namespace NetVips;

public partial class Image
{
    public static Image Black(int width, int height, int? bands = null)
    {
        using var operation = new Operation("black");
        return operation.Set("width", width).Set("height", height).Set("bands", bands).BuildImage();
    }

    public Image Cast(Enums.BandFormat format, bool? shift = null)
    {
        using var operation = new Operation("cast");
        return operation.Set("in", this).Set("format", format).Set("shift", shift).BuildImage();
    }

    public Image Colourspace(Enums.Interpretation space, Enums.Interpretation? sourceSpace = null)
    {
        using var operation = new Operation("colourspace");
        return operation.Set("in", this).Set("space", space).Set("source_space", sourceSpace).BuildImage();
    }

    public Image Copy(
        int? width = null,
        int? height = null,
        int? bands = null,
        Enums.BandFormat? format = null,
        Enums.Interpretation? interpretation = null)
    {
        using var operation = new Operation("copy");
        return operation
            .Set("in", this)
            .Set("width", width)
            .Set("height", height)
            .Set("bands", bands)
            .Set("format", format)
            .Set("interpretation", interpretation)
            .BuildImage();
    }

    public Image ExtractBand(int band, int? n = null)
    {
        using var operation = new Operation("extract_band");
        return operation.Set("in", this).Set("band", band).Set("n", n).BuildImage();
    }

    public Image Flatten(double[]? background = null, double? maxAlpha = null)
    {
        using var operation = new Operation("flatten");
        return operation.Set("in", this).Set("background", background).Set("max_alpha", maxAlpha).BuildImage();
    }
}
