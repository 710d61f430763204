-- One row each answered instance: its features in the order of the version's card (NaN where one was missing), and the
-- number that was predicted, or the place of the label with the probability of each.
create table tabular_inferences (
    inference_id uuid primary key,
    created_at timestamptz not null,
    model text not null,
    version text not null,
    features real[] not null,
    prediction real not null,
    probabilities real[]
);

create index tabular_inferences_by_time on tabular_inferences (model, created_at, inference_id);
