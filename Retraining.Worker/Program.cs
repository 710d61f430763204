using AspireMl.Modeling.Documents.Ocr;
using AspireMl.Retraining.Worker.SpanReader;
using System.Text.Json;
using AspireMl.Contracts.Documents;

var folder = args[0];
var ocr = args.Length > 1 && File.Exists(args[1])
    ? File.ReadLines(args[1]).Select(l => JsonSerializer.Deserialize<Line>(l, JsonSerializerOptions.Web)!).ToDictionary(l => l.Id, l => new OcrDocument([new OcrPage(1, l.Width, l.Height, l.Lines)]))
    : null;
var watch = System.Diagnostics.Stopwatch.StartNew();
void Report(string s) => Console.WriteLine($"{watch.Elapsed.TotalSeconds,7:F1} {s}");
var docs = ReceiptData.Load(folder, id => ocr is null ? ReceiptData.Truth(folder, id) : ocr.GetValueOrDefault(id));
var split = docs.ToLookup(d => Splits.Of(d.Id, d.Group));
Report($"{split[Split.Training].Count()} {split[Split.HeldOut].Count()} {split[Split.UnseenVendor].Count()}");
var sets = split.ToDictionary(g => g.Key, g => QuestionSet.Of([.. g], (_, _) => 1));
Report($"{sets[Split.Training].Average(q => q.Analysis.Candidates.Length)} candidates, {AspireMl.Modeling.Documents.Readers.SpanReader.SpanFeatures.Count} features");
var options = new RankerOptions();
var trainer = new RankerTrainer(options, Report);
var json = trainer.Train(sets[Split.Training]);
File.WriteAllBytes("/tmp/span.json", json);
Report($"{json.Length} bytes");
using var errors = new StreamWriter("/tmp/span-errors.txt");
foreach (var s in new[] { Split.HeldOut, Split.UnseenVendor })
{
    foreach (var (kind, r) in RankerEvaluation.Evaluate(trainer.Last!, sets[s], l => { lock (errors) errors.WriteLine(s + "\t" + l); }))
    {
        Report($"{s} {kind,-10} {r.Anls:F3} ceiling {r.Ceiling:F3} n {r.Count}");
    }
}

sealed record Line(string Id, int Width, int Height, IReadOnlyList<OcrLine> Lines);
