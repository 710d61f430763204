namespace AspireMl.Storage.Registry.PostgreSql;

/// <summary>The statements of the registry. Times are the server's, so that clocks of clients do not matter.</summary>
static class RegistryStatements
{
    public const string Channel = "model_registry";

    const string Version = """package as "Package", card::text as "Card", created_at as "CreatedAt", created_by as "CreatedBy" """;

    const string Move =
        """
        move_id as "MoveId", model as "Model", alias as "Alias", from_version as "FromVersion", to_version as "ToVersion",
        moved_at as "MovedAt", moved_by as "MovedBy", reason as "Reason"
        """;

    public const string SelectAliases = """select model as "Model", alias as "Alias", version as "Version" from model_aliases""";

    public const string SelectUnknown =
        $"""
        select {Version} from model_versions v
        where not exists (select from unnest(@models::text[], @versions::text[]) known (model, version)
            where known.model = v.model and known.version = v.version)
        order by created_at
        """;

    public const string SelectOne = $"select {Version} from model_versions where model = @Model and version = @Version";

    public const string InsertModel = "insert into models (name, task) values (@Name, @Task) on conflict (name) do nothing";

    public const string InsertVersion =
        """
        insert into model_versions (model, version, package, card, created_by)
        select name, @Version, @Package, @Card::jsonb, @CreatedBy from models where name = @Name and task = @Task
        on conflict (model, version) do nothing
        """;

    // Moves of one model's aliases follow one another, so that each knows what was before it.
    public const string Lock = "select name from models where name = @Model for update";

    public const string MoveAlias =
        $"""
        with before as (
            select version from model_aliases where model = @Model and alias = @Alias),
        moved as (
            insert into model_aliases (model, alias, version)
            select model, @Alias, version from model_versions where model = @Model and version = @Version
            on conflict (model, alias) do update set version = excluded.version
            where model_aliases.version <> excluded.version and not @OnlyWhereNone
            returning model, alias, version)
        insert into alias_moves (move_id, model, alias, from_version, to_version, moved_at, moved_by, reason)
        select @moveId, model, alias, (select version from before), version,
            greatest(clock_timestamp(), (
                select max(moved_at) + interval '1 microsecond' from alias_moves where model = @Model and alias = @Alias)),
            @MovedBy, @Reason
        from moved
        returning {Move}
        """;

    public const string SelectLastMove =
        $"""
        select {Move} from alias_moves
        where model = @Model and alias = @Alias
            and exists (select from model_versions where model = @Model and version = @Version)
        order by moved_at desc limit 1
        """;

    public const string SelectMoves =
        $"""
        select {Move} from alias_moves
        where model = @model and (@alias is null or alias = @alias) and (@at is null or moved_at <= @at)
            and (@afterTime is null or (moved_at, move_id) < (@afterTime, @afterId))
        order by moved_at desc, move_id desc
        limit @limit
        """;
}
