using AspireMl.Contracts.Models;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Registry;
using AspireMl.Storage.Registry.PostgreSql;
using AspireMl.Storage.Tests.PostgreSql;
using Npgsql;

namespace AspireMl.Storage.Tests.Registry;

[Collection(SharedPostgres.Name)]
public sealed class PostgresModelRegistryTests(PostgresFixture fixture) : IAsyncLifetime
{
    string _connectionString = "";
    PostgresDatabase _database = null!;
    PostgresModelRegistry _registry = null!;

    public async Task InitializeAsync()
    {
        _connectionString = await fixture.Server.CreateDatabaseAsync();
        _database = Databases.Open(_connectionString);
        _registry = new(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_version_comes_back_as_it_was_registered()
    {
        var given = SampleVersions.Create("1.0.0");
        var added = await _registry.AddAsync(given, default);
        var found = await _registry.FindAsync(given.Key, default);

        Assert.Equivalent(added, found, strict: true);
        Assert.Equivalent(given.Card, found!.Card, strict: true);
        Assert.Equal((given.Package, "mia"), (found.Package, found.CreatedBy));
        Assert.InRange(DateTimeOffset.UtcNow - found.CreatedAt, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(1));
        Assert.Null(await _registry.FindAsync(new("kiln", "9.0.0"), default));
    }

    [Fact]
    public async Task A_version_is_registered_with_the_alias_that_names_it_unless_another_package_has_its_place()
    {
        var given = SampleVersions.Create("1.0.0");
        AliasChange named = new(given.Key.Model, ModelAliases.Champion, "1.0.0", "mia", "first");
        await _registry.AddAsync(SampleVersions.Create("1.0.0"), named, default);
        await _registry.AddAsync(given, named, default);
        await _registry.AddAsync(SampleVersions.Create("1.0.0", content: "other"), named with { Alias = ModelAliases.Challenger }, default);

        var move = Assert.Single((await _registry.ListMovesAsync(new(given.Key.Model), default)).Items);
        Assert.Equal((ModelAliases.Champion, "1.0.0"), (move.Alias, move.To));
    }

    [Fact]
    public async Task A_second_package_of_the_same_version_does_not_take_its_place()
    {
        var first = SampleVersions.Create("1.0.0");
        await _registry.AddAsync(first, default);

        var answered = await _registry.AddAsync(SampleVersions.Create("1.0.0", content: "other"), default);

        Assert.Equal(first.Package, answered!.Package);
        Assert.Equal(first.Package, (await _registry.FindAsync(first.Key, default))!.Package);
    }

    [Fact]
    public async Task A_model_keeps_its_task()
    {
        await _registry.AddAsync(SampleVersions.Create("1.0.0"), default);

        Assert.Null(await _registry.AddAsync(SampleVersions.Create("2.0.0", task: ModelTasks.DocumentQuestion), default));
        Assert.Null(await _registry.AddAsync(SampleVersions.Create("1.0.0", task: ModelTasks.DocumentQuestion), default));
        Assert.Single((await _registry.ReadAsync([], default)).Versions);
    }

    [Fact]
    public async Task Only_what_is_not_known_is_read_and_all_aliases()
    {
        await AddAsync("1.0.0", "1.1.0", "2.0.0");
        await _registry.AddAsync(SampleVersions.Create("1.1.0", model: "dryer"), default);
        await MoveAsync("champion", "1.1.0");

        var rest = await _registry.ReadAsync([new("kiln", "1.0.0"), new("kiln", "1.1.0"), new("dryer", "1.0.0")], default);

        Assert.Equal([new("dryer", "1.1.0"), new("kiln", "2.0.0")], rest.Versions.Select(version => version.Key).OrderBy(key => key.Model, StringComparer.Ordinal));
        Assert.Equal([new("kiln", "champion", "1.1.0")], rest.Aliases);
    }

    [Fact]
    public async Task Every_move_is_kept_with_who_when_and_why()
    {
        await AddAsync("1.0.0", "1.1.0");
        await MoveAsync("champion", "1.0.0");
        var move = await _registry.MoveAsync(new("kiln", "champion", "1.1.0", "kai", "Better beyond the interval."), default);
        await MoveAsync("challenger", "1.0.0");

        Assert.Equal(("kiln", "champion", "1.0.0", "1.1.0", "kai", "Better beyond the interval."), (move!.Model, move.Alias, move.From, move.To, move.MovedBy, move.Reason));
        var history = (await _registry.ListMovesAsync(new("kiln"), default)).Items;
        Assert.Equal(["challenger 1.0.0", "champion 1.1.0", "champion 1.0.0"], history.Select(item => $"{item.Alias} {item.To}"));
        Assert.Equal(move, history[1]);
        Assert.Null(history[2].From);
    }

    [Fact]
    public async Task The_history_tells_which_version_an_alias_named_at_any_time()
    {
        await AddAsync("1.0.0", "1.1.0", "1.2.0");
        AliasMove[] moves = [await MoveAsync("champion", "1.0.0"), await MoveAsync("champion", "1.1.0"), await MoveAsync("champion", "1.2.0")];

        Assert.Equal("1.0.0", await ChampionAtAsync(moves[1].MovedAt.AddMicroseconds(-1)));
        Assert.Equal("1.1.0", await ChampionAtAsync(moves[1].MovedAt));
        Assert.Equal("1.2.0", await ChampionAtAsync(moves[2].MovedAt.AddDays(1)));
        Assert.Null(await ChampionAtAsync(moves[0].MovedAt.AddMicroseconds(-1)));

        async Task<string?> ChampionAtAsync(DateTimeOffset at) =>
            (await _registry.ListMovesAsync(new("kiln") { Alias = "champion", At = at, Limit = 1 }, default)).Items.SingleOrDefault()?.To;
    }

    [Fact]
    public async Task Pages_of_moves_walk_through_all_of_them()
    {
        await AddAsync("1.0.0", "1.1.0");
        for (var number = 0; number < 7; number++)
        {
            await MoveAsync("champion", $"1.{number % 2}.0");
        }

        List<Guid> seen = [];
        for (PageCursor? after = null; ;)
        {
            var page = await _registry.ListMovesAsync(new("kiln") { Limit = 3, After = after }, default);
            seen.AddRange(page.Items.Select(move => move.MoveId));
            if (page.NextCursor is null)
            {
                break;
            }

            Assert.True(PageCursor.TryParse(page.NextCursor, out var next));
            after = next;
        }

        Assert.Equal(7, seen.Distinct().Count());
        Assert.Equal(7, seen.Count);
    }

    [Fact]
    public async Task An_alias_that_stands_there_already_is_not_moved_again()
    {
        await AddAsync("1.0.0", "1.1.0");
        var first = await MoveAsync("champion", "1.0.0");

        Assert.Equal(first, await MoveAsync("champion", "1.0.0"));
        Assert.Equal(first, await _registry.MoveAsync(new("kiln", "champion", "1.1.0", "start", "Installed.") { OnlyWhereNone = true }, default));
        Assert.Single((await _registry.ListMovesAsync(new("kiln"), default)).Items);
    }

    [Fact]
    public async Task An_alias_cannot_name_a_version_that_is_not_there()
    {
        await AddAsync("1.0.0");
        await MoveAsync("champion", "1.0.0");

        Assert.Null(await _registry.MoveAsync(new("kiln", "champion", "9.0.0", "mia", "No."), default));
        Assert.Null(await _registry.MoveAsync(new("other", "champion", "1.0.0", "mia", "No."), default));
        Assert.Equal([new("kiln", "champion", "1.0.0")], (await _registry.ReadAsync([], default)).Aliases);
    }

    [Fact]
    public async Task Moves_at_the_same_moment_form_one_chain()
    {
        string[] versions = [.. Enumerable.Range(0, 12).Select(number => $"1.{number}.0")];
        await AddAsync(versions);

        await Task.WhenAll(versions.Select(version => MoveAsync("champion", version)));

        var history = (await _registry.ListMovesAsync(new("kiln"), default)).Items;
        Assert.Equal(versions.Length, history.Count);
        Assert.Equal([.. history.Skip(1).Select(move => move.To), null], history.Select(move => move.From));
        Assert.Equal(history[0].To, Assert.Single((await _registry.ReadAsync([], default)).Aliases).Version);
        Assert.Equal(history.Count, history.Select(move => move.MovedAt).Distinct().Count());
    }

    [Theory]
    [InlineData("update model_versions set package = repeat('0', 64)")]
    [InlineData("delete from model_versions where version = '1.1.0'")]
    [InlineData("update alias_moves set moved_by = 'nobody'")]
    [InlineData("delete from alias_moves")]
    public async Task The_database_itself_keeps_versions_and_moves_as_they_are(string sql)
    {
        await AddAsync("1.0.0", "1.1.0");
        await MoveAsync("champion", "1.0.0");

        await using var source = NpgsqlDataSource.Create(_connectionString);
        await using var command = source.CreateCommand(sql);
        Assert.Contains("never changed", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_process_hears_of_versions_and_moves()
    {
        await using var elsewhere = Databases.Open(_connectionString);
        using var ended = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var heard = new SemaphoreSlim(0);
        var listening = new PostgresModelRegistry(elsewhere).ListenAsync(() => heard.Release(), ended.Token);
        await heard.WaitAsync(ended.Token);

        await AddAsync("1.0.0");
        await heard.WaitAsync(ended.Token);
        await MoveAsync("champion", "1.0.0");
        await heard.WaitAsync(ended.Token);

        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);
    }

    async Task AddAsync(params string[] versions)
    {
        foreach (var version in versions)
        {
            Assert.NotNull(await _registry.AddAsync(SampleVersions.Create(version), default));
        }
    }

    async Task<AliasMove> MoveAsync(string alias, string version)
    {
        var move = await _registry.MoveAsync(new("kiln", alias, version, "mia", "For tests."), default);
        Assert.NotNull(move);
        return move;
    }
}
