-- One row each classified image: what drift is measured on. The answer itself is among the inferences.
create table image_inferences (
    inference_id uuid primary key,
    created_at timestamptz not null,
    model text not null,
    version text not null,
    embedding real[] not null,
    probabilities real[] not null,
    input_hash text not null
);

create index image_inferences_by_time on image_inferences (model, created_at, inference_id);
