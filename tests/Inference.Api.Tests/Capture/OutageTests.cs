using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Paging;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;
using Npgsql;

namespace AspireMl.Inference.Api.Tests.Capture;

/// <summary>What happens to answers while the database is killed, away, or coming back. The server is this class's own.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    PostgresServer _server = null!;
    string _database = null!;

    public async Task InitializeAsync()
    {
        _server = await PostgresServer.StartNewAsync();
        _database = await _server.CreateDatabaseAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_database_killed_under_load_loses_no_answer_and_records_none_twice()
    {
        await using var api = await InferenceApi.Start(_database).ReadyAsync();
        var answered = new ConcurrentBag<Guid>();
        using var enough = new CancellationTokenSource();
        var clients = Enumerable.Range(0, 4).Select(client => AskUntilAsync(api, client, answered, enough.Token)).ToArray();

        await Eventually.TrueAsync(() => answered.Count > 20);
        await _server.KillAsync();
        var before = answered.Count;
        await Eventually.TrueAsync(() => answered.Count > before + 20);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await api.Client.GetAsync("/health")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.Client.GetAsync("/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.Client.GetAsync("/alive")).StatusCode);
        using var list = await api.Client.GetAsync("/v1/inferences");
        await list.AssertProblemAsync(503);
        await _server.StartAsync();
        await enough.CancelAsync();
        await Task.WhenAll(clients);

        await api.ReadyAsync();
        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        Assert.Equal(answered.Order(), (await AllAsync(api)).Order());
        Assert.Equal(0, api.Captures.Dropped);
    }

    [Fact]
    public async Task A_database_that_only_reads_is_named_in_the_health_and_gets_all_once_it_writes()
    {
        await using var api = await InferenceApi.Start(_database).ReadyAsync();
        await SwitchWritingAsync("alter system set default_transaction_read_only = on");
        await Eventually.TrueAsync(async () => (await api.Client.AskAsync()).InferenceId != Guid.Empty && api.Captures.Count > 0);

        await Eventually.TrueAsync(async () => await CheckAsync(api, "capture") is { Status: "Unhealthy", Description: { } said } && said.StartsWith("Captured answers wait for a store", StringComparison.Ordinal));
        Assert.Equal("Healthy", (await CheckAsync(api, "database"))?.Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await api.Client.GetAsync("/health")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.Client.GetAsync("/ready")).StatusCode);

        await SwitchWritingAsync("alter system reset default_transaction_read_only");
        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        await api.ReadyAsync();
        Assert.Equal(0, api.Captures.Dropped);
        Assert.NotEmpty(await AllAsync(api));
    }

    [Fact]
    public async Task Feedback_on_an_answer_that_is_not_recorded_yet_is_kept()
    {
        await using var api = await InferenceApi.Start(_database).ReadyAsync();
        var recorded = await api.Client.AskAsync();
        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        await _server.KillAsync();
        var waiting = await api.Client.AskAsync();

        using var kept = await api.Client.PostAsJsonAsync($"/v1/feedback/{waiting.InferenceId}", new { verdict = "correct" });
        using var refused = await api.Client.PostAsJsonAsync($"/v1/feedback/{recorded.InferenceId}", new { verdict = "correct" });

        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);
        await refused.AssertProblemAsync(503);
        await _server.StartAsync();
        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        var record = await api.Client.GetFromJsonAsync<InferenceRecord>($"/v1/inferences/{waiting.InferenceId}");
        Assert.Equal("correct", record!.Feedback!.Verdict);
    }

    [Fact]
    public async Task A_graceful_stop_records_what_is_in_the_queue()
    {
        var api = await InferenceApi.Start(_database).ReadyAsync();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(seed => api.Client.AskAsync(Forms.Png(seed))));
        await api.StopAsync();

        await using var next = await InferenceApi.Start(_database, api.Folder, new()).ReadyAsync();
        Assert.Equal(30, (await AllAsync(next)).Count);
        Assert.Empty(Directory.GetFiles(api.JournalFolder));
    }

    [Fact]
    public async Task What_a_stop_cannot_record_is_recorded_by_the_next_start()
    {
        var api = await InferenceApi.Start(_database).ReadyAsync();
        await _server.KillAsync();
        var image = Forms.Png(42);
        var answer = await api.Client.AskAsync(image);
        (await api.Client.PostAsJsonAsync($"/v1/feedback/{answer.InferenceId}", new { verdict = "incorrect", expected = "13.00" })).EnsureSuccessStatusCode();
        await api.StopAsync();
        var journal = api.JournalFolder;
        Assert.Single(Directory.GetFiles(journal));

        // A start and a stop while the database is still away change nothing.
        var between = InferenceApi.Start(_database, api.Folder, new());
        Assert.Equal(HttpStatusCode.OK, (await between.Client.GetAsync($"/v1/inferences/{answer.InferenceId}")).StatusCode);
        await between.StopAsync();
        Assert.Single(Directory.GetFiles(journal));

        await _server.StartAsync();
        await using var next = await InferenceApi.Start(_database, api.Folder, new()).ReadyAsync();
        await Eventually.TrueAsync(() => next.Captures.Count == 0 && Directory.GetFiles(journal).Length == 0);
        var record = await next.Client.GetFromJsonAsync<InferenceRecord>($"/v1/inferences/{answer.InferenceId}");
        Assert.Equal("13.00", record!.Feedback!.Expected);
        Assert.Equal(image, await next.Client.GetByteArrayAsync($"/v1/inferences/{answer.InferenceId}/image"));
        Assert.Single(await AllAsync(next));
    }

    [Fact]
    public async Task Answers_beyond_the_queue_are_given_and_counted_as_dropped()
    {
        await using var api = await InferenceApi.Start(_database, ("Capture:Capacity", "3")).ReadyAsync();
        await _server.KillAsync();
        for (var seed = 0; seed < 5; seed++)
        {
            await api.Client.AskAsync(Forms.Png(seed));
        }

        Assert.Equal((3, 2), (api.Captures.Count, api.Captures.Dropped));
        Assert.Contains("aspireml_captures_total{", await api.Client.GetStringAsync("/metrics"), StringComparison.Ordinal);
        await _server.StartAsync();
        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        Assert.Equal(3, (await AllAsync(api)).Count);
    }

    [Fact]
    public async Task A_service_that_starts_before_its_database_waits_for_it()
    {
        await _server.StopAsync();
        await using var api = InferenceApi.Start(_database, ("Models:RegistryPatience", "00:00:00.100"));
        await Eventually.TrueAsync(async () => (await api.Client.PostAsync("/v1/documents/ask", Forms.Ask())).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await api.Client.GetAsync("/health")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await api.Client.GetAsync("/ready")).StatusCode);

        await _server.StartAsync();
        await api.ReadyAsync();
        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        Assert.Single(await AllAsync(api));
    }

    [Fact]
    public async Task A_damaged_journal_is_set_aside()
    {
        var folder = Directory.CreateTempSubdirectory("aspireml-api-").FullName;
        var file = Path.Combine(Directory.CreateDirectory(InferenceApi.JournalIn(folder)).FullName, "old.jsonl");
        await File.WriteAllTextAsync(file, "{\"record\":{\"infer\n");

        await using var api = await InferenceApi.Start(_database, folder, new()).ReadyAsync();

        Assert.True(File.Exists(file + ".unreadable"));
        await api.Client.AskAsync();
    }

    [Fact]
    public async Task Of_a_truncated_journal_all_whole_lines_are_recorded()
    {
        var api = await InferenceApi.Start(_database, ("Capture:FlushTimeout", "00:00:00.100")).ReadyAsync();
        await _server.KillAsync();
        var whole = await api.Client.AskAsync(Forms.Png(1));
        await api.Client.AskAsync(Forms.Png(2));
        await api.StopAsync();
        await using (var file = File.OpenWrite(Assert.Single(Directory.GetFiles(api.JournalFolder))))
        {
            file.SetLength(file.Length - 10);
        }

        await _server.StartAsync();
        await using var next = await InferenceApi.Start(_database, api.Folder, new()).ReadyAsync();
        await Eventually.TrueAsync(() => next.Captures.Count == 0);
        Assert.Equal([whole.InferenceId], await AllAsync(next));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3000")]
    public async Task What_finds_no_room_in_the_journal_is_recorded_from_memory(string journalBytes)
    {
        var api = await InferenceApi.Start(_database, ("Capture:JournalBytes", journalBytes)).ReadyAsync();
        await _server.KillAsync();
        for (var seed = 0; seed < 8; seed++)
        {
            await api.Client.AskAsync(Forms.Png(seed));
        }

        // A byte more, which follows the last line.
        Assert.InRange(JournalFiles(api).Sum(file => file.Length), 0, long.Parse(journalBytes) + 1);
        await _server.StartAsync();
        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        Assert.Equal(8, (await AllAsync(api)).Count);
        await api.StopAsync();
        Assert.Empty(JournalFiles(api));
    }

    [Fact]
    public async Task Where_no_journal_can_be_written_answers_are_recorded_all_the_same()
    {
        var folder = Directory.CreateTempSubdirectory("aspireml-api-").FullName;
        await File.WriteAllTextAsync(InferenceApi.JournalIn(folder), "A file where the folder should be.");

        await using var api = await InferenceApi.Start(_database, folder, new()).ReadyAsync();
        var answer = await api.Client.AskAsync();

        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        Assert.Equal([answer.InferenceId], await AllAsync(api));
    }

    [Fact]
    public async Task A_journal_that_another_process_writes_is_left_alone()
    {
        await using var first = await InferenceApi.Start(_database).ReadyAsync();
        await _server.KillAsync();
        var answer = await first.Client.AskAsync();

        await using (var second = InferenceApi.Start(_database, first.Folder, new()))
        {
            Assert.Equal(0, second.Captures.Count);
        }

        await _server.StartAsync();
        await Eventually.TrueAsync(() => first.Captures.Count == 0);
        Assert.Equal([answer.InferenceId], await AllAsync(first));
    }

    static FileInfo[] JournalFiles(InferenceApi api) => Directory.Exists(api.JournalFolder) ? new DirectoryInfo(api.JournalFolder).GetFiles() : [];

    static async Task AskUntilAsync(InferenceApi api, int client, ConcurrentBag<Guid> answered, CancellationToken enough)
    {
        for (var count = 0; !enough.IsCancellationRequested; count++)
        {
            answered.Add((await api.Client.AskAsync(Forms.Png((client * 1_000_000) + count))).InferenceId);
            await Task.Delay(5, CancellationToken.None);
        }
    }

    async Task SwitchWritingAsync(string command)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        foreach (var statement in (string[])["set default_transaction_read_only = off", command, "select pg_reload_conf()"])
        {
            await using var execution = new NpgsqlCommand(statement, connection);
            await execution.ExecuteNonQueryAsync();
        }
    }

    static async Task<HealthCheckState?> CheckAsync(InferenceApi api, string name) =>
        (await new HealthClient(api.Client).GetAsync()).Checks.FirstOrDefault(check => check.Name == name);

    static async Task<List<Guid>> AllAsync(InferenceApi api)
    {
        var all = new List<Guid>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await api.Client.GetFromJsonAsync<Page<InferenceRecord>>($"/v1/inferences?limit=200&cursor={cursor}");
            all.AddRange(page!.Items.Select(item => item.InferenceId));
            cursor = page.NextCursor;
        }

        return all;
    }
}
