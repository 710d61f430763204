using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Documents.Ocr.Detection;
using AspireMl.Modeling.Documents.Ocr.Geometry;
using AspireMl.Modeling.Documents.Ocr.Recognition;
using AspireMl.Modeling.Onnx.Folding;

namespace AspireMl.Modeling.Documents.Ocr;

/// <summary>
/// Reads the text of a page: lines are detected, each is recognised, characters become words with boxes. Safe for use
/// by many threads; all of them together use no more cores than <see cref="OcrOptions.Threads"/> says.
/// </summary>
public sealed class OcrEngine : IDisposable
{
    readonly OcrOptions _options;
    readonly CoreBudget _cores;
    readonly TextDetector _detector;
    readonly TextRecogniser _recogniser;

    /// <summary>Loads the networks.</summary>
    /// <param name="options">Settings.</param>
    /// <exception cref="FileNotFoundException">A file of the networks is missing.</exception>
    public OcrEngine(OcrOptions options)
    {
        _options = options;
        _cores = new(options.EffectiveThreads);
        var folder = Path.Combine(AppContext.BaseDirectory, options.ModelFolder);
        var alphabet = Alphabet.Whole(File.ReadAllLines(Path.Combine(folder, "alphabet.txt")));
        var recognition = File.ReadAllBytes(Path.Combine(folder, "recognition.onnx"));
        if (options.LatinOnly)
        {
            var whole = alphabet;
            alphabet = whole.Latin();
            recognition = RecognitionGraph.Keep(recognition, whole.Count, alphabet.Kept);
        }

        var detection = File.ReadAllBytes(Path.Combine(folder, "detection.onnx"));
        _detector = new(options, _cores, ConvolutionFolding.Fold(detection));
        _recogniser = new(_cores, ConvolutionFolding.Fold(recognition), alphabet);
    }

    /// <summary>Reads one page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="pageNumber">Its number, from 1.</param>
    /// <param name="cancellation">Stops the work between lines.</param>
    public OcrPage Read(DecodedImage page, int pageNumber, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var rectangles = _detector.Detect(page);
        PageDirection.Turn(rectangles);
        var recognised = Recognise(page, rectangles, cancellation);
        if (PageDirection.IsUpsideDown(recognised, rectangle => _recogniser.Read(page, rectangle)))
        {
            recognised = Recognise(page, rectangles.ConvertAll(static rectangle => rectangle.Flip()), cancellation);
        }

        RecognisedLine[] sure = [.. recognised.Where(line => line.Glyphs.Count > 0 && line.Score >= _options.LineThreshold)];
        var lines = ReadingOrder.Sort(sure).ConvertAll(line => LineComposer.Compose(line, (float)_options.SpaceThreshold, page.Width, page.Height) with { PageNumber = pageNumber });
        return new(pageNumber, page.Width, page.Height, lines);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _detector.Dispose();
        _recogniser.Dispose();
    }

    RecognisedLine[] Recognise(DecodedImage page, List<TextRectangle> rectangles, CancellationToken cancellation)
    {
        // The longest lines first: what is left at the end is short, and no thread waits long for the last one.
        rectangles.Sort(static (a, b) => Length(b).CompareTo(Length(a)));
        var lines = new RecognisedLine[rectangles.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _cores.Threads, CancellationToken = cancellation };
        Parallel.For(0, rectangles.Count, parallel, index => lines[index] = _recogniser.Read(page, rectangles[index]));
        return lines;
    }

    static float Length(TextRectangle rectangle) => rectangle.Width / rectangle.Height;
}
