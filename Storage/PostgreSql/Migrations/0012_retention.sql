-- The image that a job is about, where it is about one. A client may write anything into a payload, but only a key of the object store is one.
alter table jobs add image text generated always as (case when payload ->> 'image' ~ '^[0-9a-f]{64}$' then payload ->> 'image' end) stored;

-- Before an object is deleted, every record that may refer to it is asked.
create index jobs_by_image on jobs (image) where image is not null;
create index inferences_by_image on inferences (input_hash);
create index inferences_by_heatmap on inferences ((document ->> 'heatmap')) where document ->> 'heatmap' is not null;

create index alerts_by_end on alerts (resolved_at) where resolved_at is not null;
create index webhook_deliveries_by_alert on webhook_deliveries (alert_id);
create index webhook_deliveries_by_end on webhook_deliveries (ended_at) where ended_at is not null;
