using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Inference.Api.Telemetry;

/// <summary>What a document and a question are like, in numbers: for metrics, and for drift when they are captured.</summary>
/// <param name="Width">Width of the first page in pixels.</param>
/// <param name="Height">Height of the first page in pixels.</param>
/// <param name="Pages">Number of pages.</param>
/// <param name="OcrWords">Words that the OCR read on all pages.</param>
/// <param name="QuestionWords">Words of the question.</param>
/// <param name="BoxCoverage">Area of all word boxes by the area of all pages, 0 to 1.</param>
/// <param name="AverageBoxArea">Mean area of a word box in square pixels; 0 without words.</param>
internal sealed record InputMeasurements(
    int Width, int Height, int Pages, int OcrWords, int QuestionWords, double BoxCoverage, double AverageBoxArea)
{
    public static InputMeasurements Of(OcrDocument document, string question)
    {
        var words = 0;
        var boxes = 0.0;
        foreach (var word in document.Pages.SelectMany(page => page.Lines).SelectMany(line => line.Words))
        {
            words++;
            boxes += (double)word.Box.Width * word.Box.Height;
        }

        var pages = document.Pages.Sum(page => (double)page.Width * page.Height);
        return new(
            document.Pages[0].Width,
            document.Pages[0].Height,
            document.Pages.Count,
            words,
            question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length,
            pages > 0 ? Math.Min(1, boxes / pages) : 0,
            words > 0 ? boxes / words : 0);
    }

    /// <summary>The same under the names that captured features have.</summary>
    public IReadOnlyDictionary<string, double> ToFeatures() => new Dictionary<string, double>
    {
        ["image_width"] = Width,
        ["image_height"] = Height,
        ["pages"] = Pages,
        ["ocr_words"] = OcrWords,
        ["question_words"] = QuestionWords,
        ["box_coverage"] = BoxCoverage,
        ["average_box_area"] = AverageBoxArea,
    };
}
