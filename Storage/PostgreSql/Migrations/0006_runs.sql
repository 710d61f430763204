-- A run is held by the attempt that claimed it until lease_until; of a queued one, lease_until says when it may be tried again.
create table runs (
    run_id uuid primary key,
    model text not null,
    status text not null check (status in ('queued', 'running', 'finished', 'failed', 'cancelled')),
    created_at timestamptz not null,
    request jsonb not null,
    attempts int not null default 0,
    worker text,
    lease_until timestamptz,
    started_at timestamptz,
    finished_at timestamptz,
    cancel_requested boolean not null default false,
    progress double precision not null default 0,
    step text,
    message text,
    outcome jsonb not null default '{}',
    checkpoint jsonb
);

create unique index runs_one_at_a_time on runs (model) where status in ('queued', 'running');
create index runs_newest on runs (created_at desc, run_id desc);
create index runs_by_model on runs (model, created_at desc, run_id desc);
