using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Paging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>A small inference service on a real port that keeps to the HTTP contract and remembers what it was asked.</summary>
internal sealed class FakeInferenceApi : IAsyncDisposable
{
    readonly WebApplication _app;

    FakeInferenceApi()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/health", () => Results.Json(Health, statusCode: HealthStatus));
        _app.MapPost("/v1/documents/ask", AskAsync);
        _app.MapPost("/v1/documents/ocr", () => Refusal ?? Results.Ok(new OcrResult(SamplePages.Receipt, SamplePages.Lines)));
        _app.MapPost("/v1/feedback/{id:guid}", (Guid id, Feedback feedback) => Judge(id, feedback));
        _app.MapGet("/v1/inferences", List);
        _app.MapGet("/v1/inferences/{id:guid}", (Guid id) => Find(id) is { } record ? Results.Ok(record) : Unknown());
        _app.MapGet("/v1/inferences/{id:guid}/image", (Guid id) => Find(id) is { InputHash: { } hash } record ? Results.File(Images[hash], record.MediaType) : Unknown());
        Simulator.Map(_app);
        Jobs.Map(_app);
        Tabular.Map(_app);
        Tabular.Reset();
        Datasets.Map(_app);
        Training.Map(_app);
        Schedules.Map(_app);
        Classifier.Map(_app);
        ImageDatasets.Map(_app);
        ImageDatasets.Reset();
        Monitoring.Map(_app);
        Monitoring.Reset();
        _app.MapGet("/v1/models", () => Refusal ?? Results.Ok(Models));
    }

    public FakeSimulator Simulator { get; } = new();

    public FakeJobs Jobs { get; } = new();

    public FakeModels Tabular { get; } = new();

    public FakeDatasets Datasets { get; } = new();

    public FakeTraining Training { get; } = new();

    public FakeSchedules Schedules { get; } = new();

    public FakeImageDatasets ImageDatasets { get; } = new();

    public FakeClassifier Classifier { get; } = new();

    public FakeMonitoring Monitoring { get; } = new();

    public string Address => _app.Urls.Single();

    public List<InferenceRecord> Records { get; } = [];

    public Dictionary<string, byte[]> Images { get; } = [];

    /// <summary>Answered instead of anything else while set.</summary>
    public IResult? Refusal { get; set; }

    /// <summary>Questions wait for this before they are answered.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>Completed when a client went away while its question waited at the gate.</summary>
    public TaskCompletionSource Abandoned { get; private set; } = new();

    public IReadOnlyList<ModelSummary> Models { get; set; } = SampleRecords.Models;

    public object Health { get; set; } = SampleRecords.Healthy;

    public int HealthStatus { get; set; } = StatusCodes.Status200OK;

    public static async Task<FakeInferenceApi> StartAsync()
    {
        var api = new FakeInferenceApi();
        await api._app.StartAsync();
        return api;
    }

    public void Reset()
    {
        Records.Clear();
        Images.Clear();
        (Refusal, Gate, Abandoned, Models) = (null, null, new(), SampleRecords.Models);
        Jobs.Jobs.Clear();
        Training.Runs.Clear();
        Tabular.Reset();
        Datasets.Reset();
        Monitoring.Reset();
        Schedules.Reset();
        Classifier.Reset();
        ImageDatasets.Reset();
        Simulator.State = FakeSimulator.Fresh;
        Simulator.Refusal = null;
        (Health, HealthStatus) = (SampleRecords.Healthy, StatusCodes.Status200OK);
    }

    public static IResult Problem(int status, string sentence) => Results.Problem(sentence, statusCode: status);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    static IResult Unknown() => Problem(StatusCodes.Status404NotFound, "No inference has this id.");

    async Task<IResult> AskAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var image = form.Files.Single();
        using var content = new MemoryStream();
        await image.CopyToAsync(content);
        if (Gate is { } gate)
        {
            request.HttpContext.RequestAborted.Register(() => Abandoned.TrySetResult());
            await gate.Task.WaitAsync(request.HttpContext.RequestAborted);
        }

        if (Refusal is not null)
        {
            return Refusal;
        }

        var record = SampleRecords.Answer(form["question"].Single()!, image.ContentType, content.ToArray(), first: Images.Count == 0, form["model"].SingleOrDefault());
        Images[record.InputHash!] = content.ToArray();
        Records.Insert(0, record);
        return Results.Ok(new DocumentAnswer(record.InferenceId, record.Model, record.Answer, record.Confidence!.Value, record.Evidence, record.Page!, record.Timings!));
    }

    IResult Judge(Guid id, Feedback feedback)
    {
        var index = Records.FindIndex(record => record.InferenceId == id);
        if (index < 0 || Refusal is not null)
        {
            return Refusal ?? (Classifier.Judge(id, feedback) ? Results.NoContent() : Unknown());
        }

        Records[index] = Records[index] with { Feedback = feedback with { GivenAt = DateTimeOffset.UtcNow } };
        return Results.NoContent();
    }

    IResult List(string? model, string? task, DateTimeOffset? from, DateTimeOffset? to, string? verdict, string? cursor, int limit = 20)
    {
        if (Refusal is not null)
        {
            return Refusal;
        }

        var start = cursor is null ? 0 : int.Parse(cursor);
        var found = Records.Where(record =>
            (model is null || record.Model.Name == model)
            && (task is null || record.Task == task)
            && (from is null || record.CreatedAt >= from)
            && (to is null || record.CreatedAt < to)
            && (verdict is null || record.Feedback?.Verdict == verdict)).ToList();
        var next = start + limit < found.Count ? $"{start + limit}" : null;
        return Results.Ok(new Page<InferenceRecord>([.. found.Skip(start).Take(limit).Select(record => record with { Words = null })], next));
    }

    InferenceRecord? Find(Guid id) => Records.Find(record => record.InferenceId == id);
}
