-- What people said about answered rows, kept as it is for the other inferences.
alter table tabular_inferences
    add verdict text check (verdict in ('correct', 'incorrect')),
    add feedback jsonb;

create index tabular_inferences_judged on tabular_inferences (model, created_at, inference_id) where verdict is not null;

create table tabular_feedback (
    feedback_id uuid primary key,
    inference_id uuid not null references tabular_inferences on delete cascade,
    verdict text not null check (verdict in ('correct', 'incorrect')),
    expected text,
    given_at timestamptz not null
);

create index tabular_feedback_by_inference on tabular_feedback (inference_id, given_at, feedback_id);
