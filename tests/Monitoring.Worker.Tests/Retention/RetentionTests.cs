using System.Text.Json;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Monitoring.Worker.Retention;
using AspireMl.Monitoring.Worker.Tests.Harness;
using AspireMl.Storage.Documents;
using AspireMl.Storage.ImageDatasets;
using AspireMl.Storage.Images;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.Objects;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Tests.Retention;

/// <summary>What goes by its age, and what must not go with it.</summary>
[Collection(SharedPostgres.Name)]
public sealed class RetentionTests(PostgresFixture postgres) : IAsyncLifetime
{
    static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Week = TimeSpan.FromDays(7);

    readonly TestClock _clock = new(Start);
    readonly string _objects = Directory.CreateTempSubdirectory("aspireml-retention-").FullName;
    MonitoringWorker _worker = null!;

    // By themselves these workers keep all for ever: what a test runs must not run beside it.
    public async Task InitializeAsync() => _worker = await StartAsync();

    public async Task DisposeAsync()
    {
        await _worker.DisposeAsync();
        Directory.Delete(_objects, recursive: true);
    }

    [Fact]
    public async Task Old_answers_go_by_themselves_with_their_embeddings_and_young_ones_stay()
    {
        await _worker.DisposeAsync();
        _worker = await StartAsync(("Retention:Answers", "30.00:00:00"), ("Retention:Every", "00:00:01"), ("Retention:BatchSize", "2"));
        var (old, young) = (await AnswerAsync(-31, await PutAsync(1)), await AnswerAsync(-29, await PutAsync(2)));

        // The scheduler's times are those of the clock.
        await Eventually.TrueAsync(async () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return await Answers.FindAsync(old.InferenceId, default) is null && await EmbeddingsAsync() == 1;
        });

        Assert.NotNull(await Answers.FindAsync(young.InferenceId, default));
    }

    [Fact]
    public async Task An_image_goes_when_the_last_record_that_refers_to_it_is_gone()
    {
        string[] images = [await PutAsync(1), await PutAsync(2), await PutAsync(3), await PutAsync(4), await PutAsync(5)];
        await AnswerAsync(-31, images[0]);
        await AnswerAsync(-1, images[0]);
        await AnswerAsync(-31, images[1], heatmap: images[2]);
        await JobAsync(-31, images[3]);
        await AnswerAsync(-31, images[4]);
        await Get<IImageDatasetStore>().SaveAsync(new("cups", [new("a.jpg", images[4], "cup", ImageSplits.All[0])], "me", "first"), default);

        await RunAsync();

        // Set aside they can still be read, though they count as gone.
        await HaveAsync(images, image => Objects.ExistsAsync(image, default), true, false, false, false, true);
        await HaveAsync(images, CanBeReadAsync, true, true, true, true, true);

        await RunAsync(Week * 1.1);

        await HaveAsync(images, CanBeReadAsync, true, false, false, false, true);
        await RunAsync(TimeSpan.FromDays(30));
        await RunAsync(Week * 1.1);
        await HaveAsync(images, CanBeReadAsync, false, false, false, false, true);
    }

    [Fact]
    public async Task A_record_that_comes_just_after_its_image_was_found_unused_keeps_it()
    {
        var image = await PutAsync(1);
        await AnswerAsync(-31, image);
        // The capture of another answer finds the image there, and puts nothing; its record comes after references were looked for.
        await PutAsync(1);
        await RunAsync();
        Assert.False(await Objects.ExistsAsync(image, default));
        await AnswerAsync(0, image);
        Assert.True(await CanBeReadAsync(image));

        await RunAsync(Week * 1.1);

        Assert.True(await Objects.ExistsAsync(image, default));
        Assert.True(await CanBeReadAsync(image));
    }

    [Fact]
    public async Task The_image_of_a_job_stays_as_long_as_the_job_does()
    {
        var (waiting, ended) = (await PutAsync(1), await PutAsync(2));
        await JobAsync(-60, waiting, ends: false);
        await JobAsync(-20, ended);
        await AnswerAsync(-60, waiting);
        await AnswerAsync(-60, ended);

        await RunAsync();
        await RunAsync(Week * 1.1);

        await HaveAsync([waiting, ended], image => Objects.ExistsAsync(image, default), true, true);
        Assert.Equal(2, (await Jobs.ListAsync(new(), default)).Items.Count);
    }

    [Fact]
    public void A_kind_without_a_value_is_kept_for_ever()
    {
        var options = Get<IOptions<RetentionOptions>>().Value;

        Assert.All([options.Answers, options.Predictions, options.Jobs, options.Images], Assert.Null);
    }

    IInferenceStore Answers => Get<IInferenceStore>();

    IJobStore Jobs => Get<IJobStore>();

    IObjectStore Objects => Get<IObjectStore>();

    T Get<T>()
        where T : notnull => _worker.Services.GetRequiredService<T>();

    async Task<MonitoringWorker> StartAsync(params (string Key, string Value)[] settings) => MonitoringWorker.Start(
        await postgres.Server.CreateDatabaseAsync(),
        services => services.AddSingleton<TimeProvider>(_clock),
        [("Objects:Path", _objects), .. settings]);

    async Task RunAsync(TimeSpan later = default)
    {
        _clock.Advance(later);
        var (records, objects, time) = (Get<RecordsWithObjects>(), Get<ForgottenObjects>(), _clock.GetUtcNow());
        while (await records.DeleteAnswersAsync(time.AddDays(-30), 2, default) + await records.DeleteJobsAsync(time.AddDays(-30), 2, default) > 0)
        {
        }

        while (await objects.DeleteAsync(time - Week, 2, default) == 2)
        {
        }
    }

    async Task<string> PutAsync(byte content)
    {
        byte[] bytes = [content];
        await Objects.PutAsync(ObjectKey.Of(bytes), (ReadOnlyMemory<byte>)bytes, default);
        return ObjectKey.Of(bytes);
    }

    static async Task HaveAsync(string[] images, Func<string, Task<bool>> has, params bool[] expected)
    {
        for (var place = 0; place < images.Length; place++)
        {
            Assert.Equal((place, expected[place]), (place, await has(images[place])));
        }
    }

    async Task<bool> CanBeReadAsync(string image)
    {
        await using var stream = await Objects.OpenAsync(image, default);
        return stream is not null;
    }

    Task<long> EmbeddingsAsync() => Get<IImageInferenceStore>().CountAsync(new() { Model = "objects" }, default);

    async Task<InferenceRecord> AnswerAsync(int day, string image, string? heatmap = null)
    {
        var at = _clock.GetUtcNow().AddDays(day);
        var record = new InferenceRecord
        {
            InferenceId = Guid.CreateVersion7(at),
            CreatedAt = at,
            Task = ModelTasks.ImageClassification,
            Model = new("objects", "1.0.0"),
            InputHash = image,
            Heatmap = heatmap,
            Timings = new(1, 0, 1, 2),
        };
        await Get<IImageInferenceStore>().RecordAsync([new(record.InferenceId, at, "objects", "1.0.0", [1], [1], image)], default);
        await Answers.RecordAsync([record], default);
        return record;
    }

    async Task JobAsync(int day, string image, bool ends = true)
    {
        var at = _clock.GetUtcNow().AddDays(day);
        var job = new JobRecord
        {
            JobId = Guid.CreateVersion7(at),
            Status = JobStatuses.Queued,
            Service = "objects",
            Model = "objects",
            CreatedAt = at,
            Payload = JsonElement.Parse($$"""{"image":"{{image}}"}"""),
        };
        await Jobs.AddAsync(job, default);
        if (ends)
        {
            await Jobs.BeginAsync(job, "worker-1", at, default);
            await Jobs.EndAsync(new(job.JobId, 1, JobStatuses.Finished, at), default);
        }
    }
}
