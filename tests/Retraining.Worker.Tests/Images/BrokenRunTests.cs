using AspireMl.Contracts.Models;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Images.Runs;
using AspireMl.Retraining.Worker.Tests.Harness;
using AspireMl.Retraining.Worker.Tests.ImageDatasets;
using AspireMl.Retraining.Worker.Tests.Runs;
using AspireMl.Storage.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Retraining.Worker.Tests.Images;

/// <summary>Runs that are cancelled or whose process dies, at every stage: no version is left half registered, and done again each comes to its end.</summary>
[Collection(SharedPostgres.Name)]
public sealed class BrokenRunTests(BreakableWorker breakable) : IClassFixture<BreakableWorker>, IAsyncLifetime
{
    const string Snapshot = "IImageDatasetStore.ReadAsync";
    const string Checks = "checked";
    const string Embeddings = "saw";
    const string Training = "training the head";
    const string Evaluation = "comparing with the champion";
    const string Export = "exporting and verifying the package";
    const string Storing = "IObjectStore.PutAsync";
    const string Registration = "IModelRegistry.AddAsync";

    // Each test has a model and images of its own.
    readonly string _model = $"skies-{Guid.NewGuid():N}";
    readonly ImageRunRequest _request = new()
    {
        DatasetVersion = 1, Backbone = TestBackbone.Name, BackboneVersion = TestBackbone.Version, Training = new() { Views = 1 },
    };

    ImageRunSteps Steps => breakable.Worker.Services.GetRequiredService<ImageRunSteps>();

    public Task InitializeAsync() =>
        Skies.ImportAsync(breakable.Worker, _model, [.. Skies.Both(12), ("training/blue/own.jpg", Pictures.Jpeg(_model.GetHashCode(StringComparison.Ordinal), 90, 100, 220))]);

    public Task DisposeAsync() => Task.CompletedTask;

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
        breakable.Reach = (member, key) => opened += member == "IObjectStore.OpenAsync" && first.PackageHash!.Equals(key as string, StringComparison.Ordinal) ? 1 : 0;

        var request = _request with { Backbone = _model, BackboneVersion = first.RetrainedVersion, Training = new() { Views = 2 } };
        var second = await Steps.RunAsync(NewRun(), request, new Notes(), default);

        Assert.Equal(first.RetrainedVersion, second.Image!.Previous!.Version);
        Assert.Equal(1, opened);
    }

    TrainingRun NewRun() => new()
    {
        RunId = Guid.CreateVersion7(), Model = _model, Status = RunStatuses.Running, CreatedAt = DateTimeOffset.UtcNow, Request = new() { Reason = "test", Image = _request },
    };

    async Task<RunOutcome> BreakAsync(TrainingRun run, string stage, Action act, CancellationToken cancellation)
    {
        var point = new BreakingPoint(stage, act);
        breakable.Reach = (member, _) => point.Reach(member);
        try
        {
            return await Steps.RunAsync(run, _request, point, cancellation);
        }
        finally
        {
            breakable.Reach = (_, _) => { };
            Assert.True(point.WasReached);
        }
    }

    async Task<RunOutcome> EndsAsync(TrainingRun run)
    {
        var outcome = await Steps.RunAsync(run, _request, new Notes(), default);
        await IsWholeAsync(outcome);
        return outcome;
    }

    async Task LeftNothingAsync()
    {
        var content = await ReadAsync();
        Assert.DoesNotContain(content.Versions, version => version.Key.Model == _model);
        Assert.DoesNotContain(content.Aliases, alias => alias.Model == _model);
    }

    async Task IsWholeAsync(RunOutcome outcome)
    {
        Assert.Equal(RunDecisions.Promoted, outcome.Decision);
        var content = await ReadAsync();
        var version = Assert.Single(content.Versions, version => version.Key.Model == _model);
        Assert.Equal((outcome.RetrainedVersion, outcome.PackageHash), (version.Key.Version, version.Package));
        Assert.Equal((ModelAliases.Champion, outcome.RetrainedVersion), Assert.Single(content.Aliases.Where(alias => alias.Model == _model).Select(alias => (alias.Alias, alias.Version))));
    }

    Task<RegistryContent> ReadAsync() => breakable.Worker.Services.GetRequiredService<IModelRegistry>().ReadAsync([], default);
}
