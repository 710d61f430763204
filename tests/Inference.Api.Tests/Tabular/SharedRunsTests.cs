using AspireMl.Inference.Api.Tabular;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;
using AspireMl.Modeling.Tabular;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.Extensions.Options;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Inference.Api.Tests.Tabular;

public sealed class SharedRunsTests : IDisposable
{
    readonly SeenMetrics _metrics = new();

    IEnumerable<double> Runs => _metrics.All.Where(seen => seen.Name == MetricNames.TabularRunInstances).Select(seen => seen.Value);

    [Fact]
    public async Task Requests_that_wait_for_a_turn_share_a_run_and_each_gets_its_own_rows()
    {
        using var model = Open();
        using var turns = Turns(out var runs);
        var working = turns.TryTake();

        var waiting = Enumerable.Range(1, 5).Select(rows => PredictAsync(runs, model, rows)).ToArray();
        Assert.All(waiting, request => Assert.False(request.IsCompleted));
        working!.Dispose();

        Assert.Equal(Enumerable.Range(1, 5).Select(Expected), await Task.WhenAll(waiting));
        Assert.Equal([15], Runs);
    }

    [Fact]
    public async Task A_run_takes_as_many_rows_as_may_share_it_and_the_next_one_takes_the_others()
    {
        using var model = Open();
        using var turns = Turns(out var runs, mostRows: 4);
        var working = turns.TryTake();

        var waiting = new[] { 2, 2, 1, 3, 4, 5 }.Select(rows => PredictAsync(runs, model, rows)).ToArray();
        working!.Dispose();

        Assert.Equal(new[] { 2, 2, 1, 3, 4, 5 }.Select(Expected), await Task.WhenAll(waiting));
        Assert.Equal([4, 4, 4, 5], Runs.Order());
    }

    [Fact]
    public async Task Requests_for_different_models_do_not_share()
    {
        using var model = Open();
        using var other = Open();
        using var turns = Turns(out var runs);
        var working = turns.TryTake();

        var waiting = new[] { model, other, model }.Select(model => PredictAsync(runs, model, 1)).ToArray();
        working!.Dispose();

        await Task.WhenAll(waiting);
        Assert.Equal([1, 2], Runs.Order());
    }

    [Fact]
    public async Task Without_sharing_each_waits_for_its_own_turn()
    {
        using var model = Open();
        using var turns = Turns(out var runs, mostRows: 1);
        var working = turns.TryTake();

        var waiting = Enumerable.Range(1, 3).Select(_ => PredictAsync(runs, model, 1)).ToArray();
        working!.Dispose();

        await Task.WhenAll(waiting);
        Assert.Equal([1, 1, 1], Runs);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task One_whose_client_has_gone_leaves_and_the_others_are_answered(int leaving)
    {
        using var model = Open();
        using var turns = Turns(out var runs);
        using var gone = new CancellationTokenSource();
        var working = turns.TryTake();
        var waiting = Enumerable.Range(0, 3).Select(place => PredictAsync(runs, model, place + 1, place == leaving ? gone.Token : default)).ToArray();

        await gone.CancelAsync();
        working!.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting[leaving]);
        Assert.All(await Task.WhenAll(waiting.Where((_, place) => place != leaving)), outputs => Assert.Equal(Expected(outputs.Length), outputs));
        Assert.Equal([6 - (leaving + 1)], Runs);
    }

    [Fact]
    public async Task Where_no_more_may_wait_all_of_a_run_are_refused()
    {
        using var model = Open();
        using var turns = Turns(out var runs, capacity: 1);
        using var working = turns.TryTake();
        var inLine = turns.TakeAsync(default);

        var refused = await Assert.ThrowsAsync<RefusalException>(() => PredictAsync(runs, model, 1));
        Assert.Equal(429, refused.Status);

        working!.Dispose();
        (await inLine).Dispose();
        Assert.Equal(Expected(2), await PredictAsync(runs, model, 2));
    }

    [Fact]
    public async Task Of_a_model_that_takes_one_row_only_each_request_is_predicted_alone()
    {
        using var model = Open(OneRow());
        using var turns = Turns(out var runs);
        var working = turns.TryTake();

        var waiting = Enumerable.Range(0, 3).Select(place => PredictAsync(runs, model, place == 1 ? 2 : 1)).ToArray();
        working!.Dispose();

        Assert.Equal(Expected(1), await waiting[0]);
        await Assert.ThrowsAsync<OnnxRuntimeException>(() => waiting[1]);
        Assert.Equal(Expected(1), await waiting[2]);
    }

    [Fact]
    public async Task Many_at_once_are_all_answered_with_their_own_rows()
    {
        using var model = Open();
        using var turns = Turns(out var runs, mostRows: 16, workers: 2, capacity: 50);
        var requests = Enumerable.Range(0, 2000).Select(number => Task.Run(() => PredictAsync(runs, model, 1 + (number % 7)))).ToArray();

        for (var number = 0; number < requests.Length; number++)
        {
            try
            {
                Assert.Equal(Expected(1 + (number % 7)), await requests[number]);
            }
            catch (RefusalException refused)
            {
                Assert.Equal(429, refused.Status);
            }
        }

        Assert.Equal(Expected(3), await PredictAsync(runs, model, 3));
    }

    public void Dispose() => _metrics.Dispose();

    TabularTurns Turns(out SharedRuns runs, int mostRows = 128, int workers = 1, int capacity = 200)
    {
        var options = Options.Create(new TabularOptions { Workers = workers, Capacity = capacity, MaxSharedRows = mostRows });
        var turns = new TabularTurns(options);
        runs = new(turns, _metrics.Metrics, options);
        return turns;
    }

    static TabularModel Open(byte[]? graph = null) => TabularModel.Open(ModelPackage.Open(TabularPackages.Write(graph: graph).Folder));

    // Row i asks about a heat of 10 · rows + i.
    static async Task<float[]> PredictAsync(SharedRuns runs, TabularModel model, int rows, CancellationToken cancellation = default)
    {
        var values = Enumerable.Range(0, rows).SelectMany(row => new float[] { (10 * rows) + row, 0, 0, 0 }).ToArray();
        var outputs = new float[rows];
        await runs.PredictAsync(model, values, outputs, cancellation);
        return outputs;
    }

    static float[] Expected(int rows) => [.. Enumerable.Range(0, rows).Select(row => 100f + (2 * ((10 * rows) + row)))];

    // Only an axis of length one can be squeezed away, which shows as it runs.
    static byte[] OneRow() => new GraphBuilder("one").Input<float>(TabularModel.Input, -1, 4).Output<float>(TabularModel.Output, -1, 1)
        .Initializer("coefficients", [4, 1], [1f, 1.5f, 2.5f, 3.5f]).Initializer("intercept", [1], [100f]).Initializer("noughts", [1, 4], new float[4]).Initializer("axes", [1], [0L])
        .Node("IsNaN", [TabularModel.Input], ["missing"]).Node("Where", ["missing", "noughts", TabularModel.Input], ["complete"])
        .Node("Squeeze", ["complete", "axes"], ["row"]).Node("Add", ["complete", "row"], ["doubled"])
        .Node("MatMul", ["doubled", "coefficients"], ["sum"]).Node("Add", ["sum", "intercept"], [TabularModel.Output])
        .ToBytes();
}
