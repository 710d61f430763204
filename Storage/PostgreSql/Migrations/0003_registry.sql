create table models (
    name text primary key,
    task text not null,
    created_at timestamptz not null default clock_timestamp()
);

-- The package is the SHA-256 of its archive, the key in the object store.
create table model_versions (
    model text not null references models,
    version text not null,
    package text not null check (package ~ '^[0-9a-f]{64}$'),
    card jsonb not null,
    created_at timestamptz not null default clock_timestamp(),
    created_by text not null,
    primary key (model, version)
);

create table model_aliases (
    model text not null,
    alias text not null,
    version text not null,
    primary key (model, alias),
    foreign key (model, version) references model_versions
);

create table alias_moves (
    move_id uuid primary key,
    model text not null,
    alias text not null,
    from_version text,
    to_version text not null,
    moved_at timestamptz not null,
    moved_by text not null,
    reason text not null,
    foreign key (model, to_version) references model_versions (model, version)
);

create index alias_moves_newest on alias_moves (model, moved_at desc, move_id desc);
create index alias_moves_by_alias on alias_moves (model, alias, moved_at desc, move_id desc);

-- What was registered and what happened stay as they were, whoever writes to the database.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are never changed.', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger model_versions_stay before update or delete on model_versions for each row execute function refuse_change();
create trigger alias_moves_stay before update or delete on alias_moves for each row execute function refuse_change();

create function notify_registry() returns trigger language plpgsql as $$
begin
    perform pg_notify('model_registry', '');
    return null;
end
$$;

create trigger model_versions_notify after insert on model_versions for each statement execute function notify_registry();
create trigger alias_moves_notify after insert on alias_moves for each statement execute function notify_registry();
