using System.Diagnostics;
using AspireMl.Contracts.Clients;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Documents;
using AspireMl.Modeling.Documents.Ocr;
using AspireMl.Modeling.Documents.Readers;

namespace AspireMl.Bench.Documents;

/// <summary>The service over HTTP against the bare pipeline in this process, in pairs so that both meet the same machine.</summary>
/// <param name="LatencyRatio">Median over pages of the page-to-answer time through HTTP ÷ that of the bare pipeline.</param>
/// <param name="ThroughputRatio">Pages in a second at four clients through HTTP ÷ by four threads on the bare pipeline.</param>
/// <param name="MemoryMiB">Resident memory of the service after a quarter, half, three quarters and all of the pages.</param>
internal sealed record ServerComparison(double LatencyRatio, double ThroughputRatio, IReadOnlyList<double> MemoryMiB)
{
    const int Clients = 4;
    const string Question = "What is the total amount?";

    /// <summary>Compares on pages that neither side has read before.</summary>
    public static async Task<ServerComparison> MeasureAsync(IReadOnlyList<byte[]> pages, IDocumentReader reader)
    {
        await using var server = await ServerRun.StartAsync();
        using var decoder = new ImageDecoder(new DecodeOptions());
        using var engine = new OcrEngine(new OcrOptions());
        var pipeline = new DocumentPipeline(decoder, engine, new OcrCache(new OcrCacheOptions()));
        var memory = new List<double>();
        var half = pages.Count / 2;

        var ratios = new List<double>();
        for (var i = 0; i < half; i++)
        {
            var page = pages[i];
            var first = i % 2 == 0;
            var bare = first ? await TimeAsync(() => BareAsync(pipeline, reader, page)) : 0;
            var http = await TimeAsync(() => AskAsync(server, page));
            bare = first ? bare : await TimeAsync(() => BareAsync(pipeline, reader, page));
            if (i > 1)
            {
                ratios.Add(http / bare);
            }

            await NoteAsync(server, memory, i, pages.Count);
        }

        var throughputs = new List<double>();
        foreach (var batch in pages.Skip(half).Chunk(Math.Max(Clients, half / 4)))
        {
            var bare = await TimeAsync(() => Parallel.ForEachAsync(batch, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (page, _) => await BareAsync(pipeline, reader, page)));
            var http = await TimeAsync(() => Parallel.ForEachAsync(batch, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (page, _) => await AskAsync(server, page)));
            throughputs.Add(bare / http);
            memory.Add((await server.MemoryAsync()).Resident);
        }

        return new(Percentiles.Of(ratios, 0.5), Percentiles.Of(throughputs, 0.5), memory);
    }

    static async Task NoteAsync(ServerRun server, List<double> memory, int page, int pages)
    {
        if ((page + 1) % Math.Max(1, pages / 4) == 0)
        {
            memory.Add((await server.MemoryAsync()).Resident);
        }
    }

    static Task<DocumentReading> BareAsync(DocumentPipeline pipeline, IDocumentReader reader, byte[] page) =>
        Task.Factory.StartNew(() => reader.Read(pipeline.Prepare(page).Document, Question), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    static async Task AskAsync(ServerRun server, byte[] page)
    {
        using var content = new MemoryStream(page);
        await server.Client.AskAsync(new ImageUpload(content, "image/jpeg", "page.jpg"), Question);
    }

    static async Task<double> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
