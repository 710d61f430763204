create table image_datasets (
    dataset_id int generated always as identity primary key,
    name text not null unique
);

-- The entries of versions with the same content are kept once.
create table image_manifests (
    manifest_id int generated always as identity primary key,
    manifest_hash text not null unique
);

-- Paths are ordered by their bytes, whatever the language of the server.
create table image_entries (
    manifest_id int not null references image_manifests,
    path text collate "C" not null,
    sha256 text not null,
    label text collate "C" not null,
    split text not null check (split in ('training', 'validation', 'testing')),
    primary key (manifest_id, path)
);

create index image_entries_by_image on image_entries (sha256, manifest_id);

create table image_dataset_versions (
    dataset_id int not null references image_datasets,
    number int not null,
    manifest_id int not null references image_manifests,
    parent int,
    created_at timestamptz not null default clock_timestamp(),
    created_by text not null,
    reason text not null,
    counts jsonb not null,
    primary key (dataset_id, number)
);

create index image_dataset_versions_by_manifest on image_dataset_versions (manifest_id);
