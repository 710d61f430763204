using System.Diagnostics;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Runs.Work;
using AspireMl.Retraining.Worker.Tests.Harness;
using AspireMl.Retraining.Worker.Tests.ImageDatasets;
using AspireMl.Retraining.Worker.Tests.Images;
using AspireMl.Storage.Registry;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Retraining.Worker.Tests.Flows;

[Collection(SharedPostgres.Name)]
public sealed class FlowCommandTests(PostgresFixture fixture) : IAsyncLifetime
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aspireml-flow-");

    string _database = "";
    MonitoringService _monitoring = null!;

    public async Task InitializeAsync()
    {
        _database = await fixture.Server.CreateDatabaseAsync();
        _monitoring = await MonitoringService.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _monitoring.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task One_file_and_one_command_lead_from_a_folder_to_a_deployed_and_monitored_classifier()
    {
        WriteImages();
        TestBackbone.Write(Path.Combine(_folder.FullName, "backbone"));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "flow.yaml"),
            $"""
            model: skies
            dataset: {"{"}folder: images{"}"}
            backbone: {"{"}folder: backbone{"}"}
            reports: reports
            monitor: {"{"}service: "{_monitoring.Address}"{"}"}
            """);

        var (code, output) = await RunAsync("train", "images", "flow.yaml");
        Assert.True(code == 0, output);
        Assert.Contains("kept as challenger", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Empty(_monitoring.Added);

        (code, output) = await RunAsync("flow", "flow.yaml");
        Assert.True(code == 0, output);
        Assert.Contains("skies version 1, which was there already: 160 images of 2 classes", output, StringComparison.Ordinal);
        Assert.Contains("promoted: There is no champion yet", output, StringComparison.Ordinal);
        var monitor = Assert.Single(_monitoring.Added).Settings;
        Assert.Equal(("skies", "embedding-drift", "0 0 6 ? * MON", "168h"), (monitor.Model, monitor.Kind, monitor.Cron, monitor.Window));
        Assert.Contains("What was called what", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "reports", "run.html")), StringComparison.Ordinal);
        Assert.Contains("May be learned from", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "reports", "checks.html")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "reports", "run.json")));

        (code, output) = await RunAsync("evaluate", "images", "flow.yaml");
        Assert.True(code == 0, output);
        Assert.Contains("on 40 testing images: accuracy", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "reports", "evaluation.html")));

        await using var worker = await RetrainingWorker.StartAsync(_database);
        var champion = await worker.Services.GetRequiredService<RegisteredPackages>().FindChampionAsync("skies", default);
        var runs = (await new TrainingClient(worker.Client).ListAsync("skies")).Items;
        Assert.Equal([champion, champion], runs.Select(run => run.RetrainedVersion));
        Assert.All(runs, run => Assert.Equal(RunStatuses.Finished, run.Status));
        var aliases = (await worker.Services.GetRequiredService<IModelRegistry>().ReadAsync([], default)).Aliases.Where(alias => alias.Model == "skies").Select(alias => alias.Alias);
        Assert.Equal([ModelAliases.Challenger, ModelAliases.Champion], aliases.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_flow_that_is_stopped_cancels_its_run_and_leaves_no_version()
    {
        // Enough for the run to be seen while it runs, on a fast machine too.
        WriteImages(training: 250, side: 128);
        TestBackbone.Write(Path.Combine(_folder.FullName, "backbone"));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "flow.yaml"), "{model: skies, dataset: {folder: images}, backbone: {folder: backbone}, training: {views: 32}}");
        await using var worker = await RetrainingWorker.StartAsync(_database, ("Runs:Poll", "00:01:00"));
        var training = new TrainingClient(worker.Client);

        using var process = Start("flow", "flow.yaml");
        var error = process.StandardError.ReadToEndAsync();
        await Eventually.TrueAsync(async () => (await training.ListAsync("skies")).Items is [{ Status: RunStatuses.Running }]);
        process.SendInterrupt();
        await process.WaitForExitAsync();

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("The flow was stopped", await error, StringComparison.Ordinal);
        Assert.Equal(RunStatuses.Cancelled, Assert.Single((await training.ListAsync("skies")).Items).Status);
        Assert.DoesNotContain((await worker.Services.GetRequiredService<IModelRegistry>().ReadAsync([], default)).Versions, version => version.Key.Model == "skies");
    }

    [Fact]
    public async Task What_is_wrong_is_said_on_the_error_stream_with_an_exit_code()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "flow.yaml"), "model: skies\nbackbon: x");

        var (code, output) = await RunAsync("flow", "flow.yaml");

        Assert.Equal(1, code);
        Assert.Contains("line 2: the key backbon is not known", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        };
        start.Environment["ConnectionStrings__database"] = _database;
        start.Environment["Objects__Path"] = Path.Combine(_folder.FullName, "objects");
        start.Environment["Runs__Lease"] = "00:00:02";
        return Process.Start(start) ?? throw new InvalidOperationException("The command did not start.");
    }

    void WriteImages(int training = 40, int side = Pictures.Side)
    {
        foreach (var split in ImageSplits.All)
        {
            foreach (var (label, seed, red, blue) in new[] { ("blue", 60, (byte)90, (byte)220), ("grey", 20, (byte)130, (byte)130) })
            {
                var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, "images", split, label));
                for (var number = 0; number < (split == ImageSplits.Training ? training : 20); number++)
                {
                    File.WriteAllBytes(Path.Combine(folder.FullName, $"{number}.jpg"), Pictures.Jpeg((seed * 10_000) + (split.Length * 1000) + number, red, 100, blue, side));
                }
            }
        }
    }
}
