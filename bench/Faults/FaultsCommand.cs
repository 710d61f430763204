using System.CommandLine;
using System.Diagnostics;
using AspireMl.Bench.Load;
using AspireMl.Bench.Statistics;

namespace AspireMl.Bench.Faults;

/// <summary>Faults, one at a time, under load.</summary>
internal static class FaultsCommand
{
    const int Ok = 200;
    static readonly TimeSpan Before = TimeSpan.FromSeconds(5);

    public static RootCommand Create()
    {
        var only = new Option<string?>("--only") { Description = "Only the faults whose names begin so." };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 20, Description = "How long each fault lasts, 1 to 600." };
        var workers = new Option<bool>("--workers") { Description = "While a model is trained and another is watched, in place of requests." };
        var root = new RootCommand("Stops, kills, slows and fills the servers and the services under load, and says what became of the requests.") { only, seconds, workers };
        root.SetAction((parsed, _) => RunAsync(parsed.GetValue(only) ?? "", TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(seconds), 1, 600)), parsed.GetValue(workers)));
        return root;
    }

    static async Task RunAsync(string only, TimeSpan length, bool workers)
    {
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Machine.Name()}, {Environment.ProcessorCount} processors, load average over five minutes at the start {Machine.Load()}; each fault lasts {length.TotalSeconds:F0} s");
        Console.WriteLine();
        if (workers)
        {
            Console.WriteLine(WorkerOutcome.Header);
            foreach (var fault in WorkerFault.All.Where(fault => fault.Name.StartsWith(only, StringComparison.Ordinal)))
            {
                Console.WriteLine(await WorkerTrial.SufferAsync(fault, length));
            }

            return;
        }

        Console.WriteLine(Outcome.Header);
        foreach (var fault in Fault.All.Where(fault => fault.Name.StartsWith(only, StringComparison.Ordinal)))
        {
            if (fault.Hindrance is { } hindrance)
            {
                Console.WriteLine($"{fault.Name}: not tried, {hindrance}");
                continue;
            }

            await using var product = await Product.StartAsync(fault.Needs);
            Console.WriteLine(await SufferAsync(product, fault, length));
        }
    }

    static async Task<Outcome> SufferAsync(Product product, Fault fault, TimeSpan length)
    {
        var row = await TypicalRow.OfAsync(product.Api.Client, "roast-quality");
        await using var askers = new Askers(product, row, [.. Samples.Paths.Select(File.ReadAllBytes)]);
        askers.Start();
        await Task.Delay(Before);

        var begin = DateTimeOffset.UtcNow;
        await fault.Begin(product);
        var health = await WatchHealthAsync(product, length);
        await fault.End(product);
        var end = DateTimeOffset.UtcNow;

        var recovery = await Waiting.UntilAsync(async () => await product.HealthAsync() == Ok && AllAnswered(askers.All, end));
        await askers.StopAsync();
        var settled = await Waiting.UntilAsync(async () => (await Ledger.CountAsync(product, askers.All)).Settled == askers.All.Count(asked => asked.IsAnswered));
        var (kept, twice) = await Ledger.CountAsync(product, askers.All);
        Asked[] during = [.. askers.All.Where(asked => asked.At >= begin && asked.At < end)];
        var acknowledged = askers.All.Count(asked => asked.IsAnswered);
        return new(
            fault.Name,
            during.Where(asked => asked.IsAnswered).CountBy(asked => asked.Kind).ToDictionary(),
            during.Where(asked => !asked.IsAnswered).CountBy(asked => asked.Kind).ToDictionary(),
            [.. during.Where(asked => !asked.IsAnswered).Select(asked => asked.Status).Distinct().Order()],
            health,
            recovery.TotalSeconds,
            (recovery + settled).TotalSeconds,
            acknowledged,
            acknowledged - kept,
            twice);
    }

    static bool AllAnswered(IReadOnlyList<Asked> asked, DateTimeOffset since) =>
        asked.Where(one => one.IsAnswered && one.At > since).Select(one => one.Kind).Distinct().Count() == 3;

    static async Task<IReadOnlyList<int>> WatchHealthAsync(Product product, TimeSpan length)
    {
        var seen = new SortedSet<int>();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < length; await Task.Delay(Waiting.Look))
        {
            seen.Add(await product.HealthAsync());
        }

        return [.. seen];
    }
}
