create table datasets (
    dataset_id int generated always as identity primary key,
    name text not null unique,
    revision int not null default 1,
    schema jsonb not null,
    changed_at timestamptz not null default clock_timestamp()
);

-- Features stand in the order of the schema. The key is also the order in which rows are read.
create table dataset_rows (
    dataset_id int not null references datasets,
    split text not null check (split in ('training', 'testing', 'production')),
    at timestamptz not null,
    row_id uuid not null,
    inference_id uuid,
    features float8[] not null,
    target float8 not null,
    primary key (dataset_id, split, at, row_id)
);

create index dataset_rows_by_inference on dataset_rows (dataset_id, inference_id) where inference_id is not null;

-- A plain table does as well, only that old rows are not dropped by whole chunks.
do $$
begin
    if exists (select from pg_extension where extname = 'timescaledb') then
        perform create_hypertable('dataset_rows', 'at', chunk_time_interval => interval '30 days');
    end if;
end
$$;
