using System.ComponentModel.DataAnnotations;

namespace AspireMl.Modeling.Documents.Ocr;

/// <summary>How pages are read.</summary>
public sealed class OcrOptions
{
    /// <value>Folder with <c>detection.onnx</c>, <c>recognition.onnx</c> and <c>alphabet.txt</c>; a relative one starts at the program's folder. Default <c>ocr</c>.</value>
    [Required]
    public string ModelFolder { get; set; } = "ocr";

    /// <value>Threads that networks may use at once, for all pages together; 0 is one for each core. Default 0, to 256.</value>
    [Range(0, 256)]
    public int Threads { get; set; }

    /// <value>Longest side of the page as the detector sees it, in pixels. Default 1280, from 320 to 4096.</value>
    [Range(320, 4096)]
    public int DetectionSide { get; set; } = 1280;

    /// <value>Probability above which a pixel counts as text. Default 0.3.</value>
    [Range(0.01, 0.99)]
    public double PixelThreshold { get; set; } = 0.3;

    /// <value>Least mean probability of a text box. Default 0.5.</value>
    [Range(0.01, 0.99)]
    public double BoxThreshold { get; set; } = 0.5;

    /// <value>How far a box grows beyond the detector's shrunken text: distance = area × ratio ÷ perimeter. Default 1.3.</value>
    [Range(0.0, 4.0)]
    public double UnclipRatio { get; set; } = 1.3;

    /// <value>Most text boxes read on a page, the surest first. Default 3000, from 1 to 20,000.</value>
    [Range(1, 20_000)]
    public int MaxLines { get; set; } = 3000;

    /// <value>Least mean probability of a line's characters. Default 0.5.</value>
    [Range(0.0, 1.0)]
    public double LineThreshold { get; set; } = 0.5;

    /// <value>Probability of a space between two characters from which one is written. Default 0.03.</value>
    [Range(0.0001, 1.0)]
    public double SpaceThreshold { get; set; } = 0.03;

    /// <value>Reads Latin letters, digits and signs only; false brings in the Chinese part of the alphabet. Default true.</value>
    public bool LatinOnly { get; set; } = true;

    internal int EffectiveThreads => Threads > 0 ? Threads : Environment.ProcessorCount;
}
