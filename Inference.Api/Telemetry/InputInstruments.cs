using System.Diagnostics;
using System.Diagnostics.Metrics;
using static AspireMl.Inference.Api.Telemetry.MetricNames;

namespace AspireMl.Inference.Api.Telemetry;

internal sealed class InputInstruments(Meter meter)
{
    readonly Histogram<long> _width = meter.CreateHistogram(
        ImageWidth, "{pixel}", "Width of the image, or of the document's first page.", tags: null, Buckets.Pixels);

    readonly Histogram<long> _height = meter.CreateHistogram(
        ImageHeight, "{pixel}", "Height of the image, or of the document's first page.", tags: null, Buckets.Pixels);

    readonly Histogram<long> _pages = meter.CreateHistogram(
        Pages, "{page}", "Pages of the document.", tags: null, Buckets.Pages);

    readonly Histogram<long> _ocrWords = meter.CreateHistogram(
        OcrWords, "{word}", "Words that the OCR read in the document.", tags: null, Buckets.DocumentWords);

    readonly Histogram<long> _questionWords = meter.CreateHistogram(
        QuestionWords, "{word}", "Words of the question.", tags: null, Buckets.QuestionWords);

    readonly Histogram<double> _coverage = meter.CreateHistogram(
        BoxCoverage, "1", "Share of the document's area that word boxes cover.", tags: null, Buckets.Shares);

    readonly Histogram<double> _area = meter.CreateHistogram(
        BoxArea, "{pixel}", "Mean area of the document's word boxes in square pixels.", tags: null, Buckets.Area);

    public void RecordSize(string model, int width, int height)
    {
        _width.Record(width, new KeyValuePair<string, object?>(ModelName, model));
        _height.Record(height, new KeyValuePair<string, object?>(ModelName, model));
    }

    public void Record(string model, InputMeasurements input)
    {
        RecordSize(model, input.Width, input.Height);
        var tags = new TagList { { ModelName, model } };
        _pages.Record(input.Pages, tags);
        _ocrWords.Record(input.OcrWords, tags);
        _questionWords.Record(input.QuestionWords, tags);
        _coverage.Record(input.BoxCoverage, tags);
        _area.Record(input.AverageBoxArea, tags);
    }
}
