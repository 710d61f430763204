-- What lists and heat maps show of a report is kept beside the whole, so that a history does not read the charts.
create table monitoring_reports (
    report_id uuid primary key,
    kind text not null,
    model text not null,
    created_at timestamptz not null,
    flagged boolean not null,
    summary jsonb not null,
    document jsonb not null
);

create index monitoring_reports_newest on monitoring_reports (model, kind, created_at desc, report_id desc);
create index monitoring_reports_by_age on monitoring_reports (created_at);

-- A monitor that is due is held by whoever knows its lease, until lease_until; so it runs once however many workers look.
create table monitors (
    monitor_id uuid primary key,
    created_at timestamptz not null,
    model text not null,
    settings jsonb not null,
    webhook_secret text,
    enabled boolean not null,
    next_run_at timestamptz not null,
    lease uuid,
    lease_until timestamptz,
    last_run_at timestamptz,
    last_report_id uuid,
    last_message text
);

create index monitors_due on monitors (next_run_at) where enabled;

create table alerts (
    alert_id uuid primary key,
    monitor_id uuid not null references monitors on delete cascade,
    model text not null,
    kind text not null,
    message text not null,
    raised_at timestamptz not null,
    last_seen_at timestamptz not null,
    report_id uuid not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    resolved_at timestamptz
);

create index alerts_newest on alerts (raised_at desc, alert_id desc);
-- An episode is one alert: nothing raises a second while the first is open.
create unique index alerts_open on alerts (monitor_id) where resolved_at is null;

create table webhook_deliveries (
    delivery_id uuid primary key,
    alert_id uuid not null references alerts on delete cascade,
    monitor_id uuid not null references monitors on delete cascade,
    body text not null,
    created_at timestamptz not null,
    attempts int not null default 0,
    next_attempt_at timestamptz not null,
    ended_at timestamptz,
    delivered boolean,
    last_message text
);

create index webhook_deliveries_due on webhook_deliveries (next_attempt_at) where ended_at is null;
