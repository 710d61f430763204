create table queue_services (
    service text primary key
);

-- A message is held by whoever knows its lease, until visible_at.
create table queue_messages (
    message_id bigint generated always as identity primary key,
    service text not null,
    body bytea not null,
    published_at timestamptz not null default clock_timestamp(),
    visible_at timestamptz not null default clock_timestamp(),
    attempts int not null default 0,
    lease uuid
);

create index queue_messages_next on queue_messages (service, visible_at, message_id);

create table queue_dead_letters (
    dead_letter_id bigint generated always as identity primary key,
    service text not null,
    body bytea not null,
    reason text not null,
    published_at timestamptz not null,
    died_at timestamptz not null default clock_timestamp()
);

-- Which model a worker of that name applies.
create table services (
    service text primary key,
    model text not null,
    alias text not null,
    changed_at timestamptz not null default clock_timestamp()
);

create table jobs (
    job_id uuid primary key,
    status text not null check (status in ('queued', 'running', 'finished', 'failed', 'cancelled')),
    created_at timestamptz not null,
    service text not null,
    model text not null,
    attempts int not null default 0,
    worker text,
    started_at timestamptz,
    finished_at timestamptz,
    cancel_requested boolean not null default false,
    version text,
    message text,
    payload jsonb not null,
    result jsonb
);

create index jobs_newest on jobs (created_at desc, job_id desc);
create index jobs_by_status on jobs (status, created_at desc, job_id desc);
