using AspireMl.Contracts.Models;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Images.Runs;
using AspireMl.Retraining.Worker.Tests.Harness;
using AspireMl.Retraining.Worker.Tests.Runs;
using AspireMl.Storage.ImageDatasets;
using AspireMl.Storage.Objects;
using AspireMl.Storage.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Retraining.Worker.Tests.Images;

/// <summary>Runs that are cancelled or whose process dies, at every stage: no version is left half registered, and done again each comes to its end.</summary>
[Collection(SharedPostgres.Name)]
public sealed class BrokenRunTests(PostgresFixture fixture) : IAsyncLifetime
{
    const string Model = "skies";
    const string Snapshot = "IImageDatasetStore.ReadAsync";
    const string Checks = "checked";
    const string Embeddings = "saw";
    const string Training = "training the head";
    const string Evaluation = "comparing with the champion";
    const string Export = "exporting and verifying the package";
    const string Storing = "IObjectStore.PutAsync";
    const string Registration = "IModelRegistry.AddAsync";

    static readonly ImageRunRequest Request = new()
    {
        Dataset = Model, DatasetVersion = 1, Backbone = TestBackbone.Name, BackboneVersion = TestBackbone.Version, Training = new() { Views = 1 },
    };

    RetrainingWorker _worker = null!;
    Action<string, object?> _reach = (_, _) => { };

    public async Task InitializeAsync()
    {
        _worker = await RetrainingWorker.StartAsync(
            await fixture.Server.CreateDatabaseAsync(),
            services =>
            {
                Break<IImageDatasetStore>(services);
                Break<IObjectStore>(services);
                Break<IModelRegistry>(services);
            },
            ("Runs:Resamples", "300"));
        await TestBackbone.RegisterAsync(_worker);
        await Skies.ImportAsync(_worker, Model, Skies.Both(12));
    }

    public async Task DisposeAsync() => await _worker.DisposeAsync();

    [Theory]
    [InlineData(Snapshot)]
    [InlineData(Checks)]
    [InlineData(Embeddings)]
    [InlineData(Training)]
    [InlineData(Evaluation)]
    [InlineData(Export)]
    public async Task A_run_that_is_cancelled_leaves_nothing(string stage)
    {
        using var cancelled = new CancellationTokenSource();
        var run = NewRun();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => BreakAsync(run, stage, cancelled.Cancel, cancelled.Token));

        await LeftNothingAsync();
        await EndsAsync(run);
    }

    [Theory]
    [InlineData(Snapshot)]
    [InlineData(Checks)]
    [InlineData(Embeddings)]
    [InlineData(Training)]
    [InlineData(Evaluation)]
    [InlineData(Export)]
    [InlineData(Storing)]
    [InlineData(Registration)]
    public async Task A_run_whose_process_dies_leaves_nothing(string stage)
    {
        var run = NewRun();

        await Assert.ThrowsAsync<ProcessDiedException>(() => BreakAsync(run, stage, () => throw new ProcessDiedException(), default));

        await LeftNothingAsync();
        await EndsAsync(run);
    }

    [Theory]
    [InlineData(Storing)]
    [InlineData(Registration)]
    public async Task A_run_that_is_cancelled_while_it_registers_is_registered_and_named(string stage)
    {
        using var cancelled = new CancellationTokenSource();

        var outcome = await BreakAsync(NewRun(), stage, cancelled.Cancel, cancelled.Token);

        await IsWholeAsync(outcome);
    }

    [Fact]
    public async Task A_run_whose_process_dies_after_the_promotion_decides_again_as_it_did()
    {
        var run = NewRun();
        var first = await EndsAsync(run);
        var again = await EndsAsync(run);

        Assert.Equal((first.Decision, first.Reason, first.PackageHash), (again.Decision, again.Reason, again.PackageHash));
    }

    [Fact]
    public async Task A_package_that_is_backbone_and_champion_is_opened_once()
    {
        var first = await EndsAsync(NewRun());
        var opened = 0;
        _reach = (member, key) => opened += member == "IObjectStore.OpenAsync" && first.PackageHash!.Equals(key as string, StringComparison.Ordinal) ? 1 : 0;

        var request = Request with { Backbone = Model, BackboneVersion = first.RetrainedVersion, Training = new() { Views = 2 } };
        var second = await _worker.Services.GetRequiredService<ImageRunSteps>().RunAsync(NewRun(), request, new Notes(), default);

        Assert.Equal(first.RetrainedVersion, second.Image!.Previous!.Version);
        Assert.Equal(1, opened);
    }

    void Break<TStore>(IServiceCollection services)
        where TStore : class
    {
        var own = services.Last(service => service.ServiceType == typeof(TStore));
        services.Add(new(
            typeof(TStore),
            provider => BreakingProxy.Before(
                (TStore)(own.ImplementationInstance ?? own.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, own.ImplementationType!)),
                (member, argument) => _reach(member, argument)),
            ServiceLifetime.Singleton));
    }

    static TrainingRun NewRun() => new()
    {
        RunId = Guid.CreateVersion7(), Model = Model, Status = RunStatuses.Running, CreatedAt = DateTimeOffset.UtcNow, Request = new() { Reason = "test", Image = Request },
    };

    async Task<RunOutcome> BreakAsync(TrainingRun run, string stage, Action act, CancellationToken cancellation)
    {
        var point = new BreakingPoint(stage, act);
        _reach = (member, _) => point.Reach(member);
        try
        {
            return await _worker.Services.GetRequiredService<ImageRunSteps>().RunAsync(run, Request, point, cancellation);
        }
        finally
        {
            _reach = (_, _) => { };
            Assert.True(point.WasReached);
        }
    }

    async Task<RunOutcome> EndsAsync(TrainingRun run)
    {
        var outcome = await _worker.Services.GetRequiredService<ImageRunSteps>().RunAsync(run, Request, new Notes(), default);
        await IsWholeAsync(outcome);
        return outcome;
    }

    async Task LeftNothingAsync()
    {
        var content = await ReadAsync();
        Assert.DoesNotContain(content.Versions, version => version.Key.Model == Model);
        Assert.DoesNotContain(content.Aliases, alias => alias.Model == Model);
    }

    async Task IsWholeAsync(RunOutcome outcome)
    {
        Assert.Equal(RunDecisions.Promoted, outcome.Decision);
        var content = await ReadAsync();
        var version = Assert.Single(content.Versions, version => version.Key.Model == Model);
        Assert.Equal((outcome.RetrainedVersion, outcome.PackageHash), (version.Key.Version, version.Package));
        Assert.Equal((ModelAliases.Champion, outcome.RetrainedVersion), Assert.Single(content.Aliases.Where(alias => alias.Model == Model).Select(alias => (alias.Alias, alias.Version))));
    }

    Task<RegistryContent> ReadAsync() => _worker.Services.GetRequiredService<IModelRegistry>().ReadAsync([], default);
}
