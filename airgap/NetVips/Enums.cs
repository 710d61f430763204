namespace NetVips;

public static class Enums
{
    public enum Access
    {
        Random = 0,
        Sequential = 1,
    }

    public enum BandFormat
    {
        Notset = -1,
        Uchar = 0,
        Char = 1,
        Ushort = 2,
        Short = 3,
        Uint = 4,
        Int = 5,
        Float = 6,
        Complex = 7,
        Double = 8,
        Dpcomplex = 9,
    }

    public enum FailOn
    {
        None = 0,
        Truncated = 1,
        Error = 2,
        Warning = 3,
    }

    public enum Interpretation
    {
        Error = -1,
        Multiband = 0,
        Bw = 1,
        Histogram = 10,
        Xyz = 12,
        Lab = 13,
        Cmyk = 15,
        Labq = 16,
        Rgb = 17,
        Cmc = 18,
        Lch = 19,
        Labs = 21,
        Srgb = 22,
        Yxy = 23,
        Fourier = 24,
        Rgb16 = 25,
        Grey16 = 26,
        Matrix = 27,
        Scrgb = 28,
        Hsv = 29,
    }
}
