-- The document is split in two: what lists show, and what only one inference's page shows. The columns beside them
-- are copies of fields of the document that queries filter and order by.
create table inferences (
    inference_id uuid primary key,
    created_at timestamptz not null,
    task text not null,
    model text not null,
    version text not null,
    input_hash text not null,
    verdict text check (verdict in ('correct', 'incorrect')),
    document jsonb not null,
    detail jsonb not null,
    feedback jsonb
);

create index inferences_newest on inferences (created_at desc, inference_id desc);
create index inferences_by_model on inferences (model, created_at desc, inference_id desc);
create index inferences_by_verdict on inferences (verdict, created_at desc, inference_id desc) where verdict is not null;

create table feedback (
    feedback_id uuid primary key,
    inference_id uuid not null references inferences on delete cascade,
    verdict text not null check (verdict in ('correct', 'incorrect')),
    expected text,
    given_at timestamptz not null
);

create index feedback_by_inference on feedback (inference_id, given_at, feedback_id);
