using System.Diagnostics;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Documents;
using AspireMl.Modeling.Documents.Ocr;
using AspireMl.Modeling.Documents.Readers;
using AspireMl.Retraining.Worker.SpanReader;

namespace AspireMl.Bench.Documents;

/// <summary>Runs the pipeline over pages in this process, one page after the other, and keeps what each stage took.</summary>
internal sealed class PipelineRun
{
    readonly List<double> _decode = [], _ocr = [], _first = [], _second = [], _total = [];

    /// <summary>What was read on each page.</summary>
    public Dictionary<string, OcrDocument> Pages { get; } = [];

    /// <summary>Milliseconds by stage: the first question about a page, and the second.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Stages => new Dictionary<string, IReadOnlyList<double>>
    {
        ["decode"] = _decode,
        ["ocr"] = _ocr,
        ["read"] = _first,
        ["page to answer"] = _total,
        ["second question"] = _second,
    };

    /// <summary>Pages in a second.</summary>
    public double PagesPerSecond => 1000 * _total.Count / Math.Max(1e-9, _total.Sum());

    /// <summary>Reads all pages.</summary>
    public static PipelineRun Of(ReceiptFolder folder, IReadOnlyList<string> ids, IDocumentReader reader)
    {
        using var decoder = new ImageDecoder(new DecodeOptions());
        using var engine = new OcrEngine(new OcrOptions());
        var pipeline = new DocumentPipeline(decoder, engine, new OcrCache(new OcrCacheOptions()));
        var run = new PipelineRun();
        pipeline.Prepare(folder.Image(ids[0]));
        foreach (var id in ids.Skip(1).Append(ids[0]))
        {
            var image = folder.Image(id);
            var start = Stopwatch.GetTimestamp();
            var prepared = pipeline.Prepare(image);
            run.Pages[id] = prepared.Document;
            var read = Stopwatch.GetTimestamp();
            reader.Read(prepared.Document, "What is the total amount?");
            var end = Stopwatch.GetTimestamp();
            reader.Read(pipeline.Prepare(image).Document, "When was the receipt issued?");
            if (!prepared.Cached)
            {
                run._decode.Add(prepared.DecodeMs);
                run._ocr.Add(prepared.OcrMs);
                run._first.Add(Stopwatch.GetElapsedTime(read, end).TotalMilliseconds);
                run._total.Add(Stopwatch.GetElapsedTime(start, end).TotalMilliseconds);
                run._second.Add(Stopwatch.GetElapsedTime(end).TotalMilliseconds);
            }
        }

        return run;
    }

    /// <summary>The receipts of the folder that were read, with their questions.</summary>
    public IReadOnlyList<TrainingDocument> Receipts(string folder) => ReceiptData.Load(folder, Pages.GetValueOrDefault);
}
