-- The scheduler knows when monitors run, and which worker does.
drop index monitors_due;

alter table monitors
    drop column next_run_at,
    drop column lease,
    drop column lease_until;
