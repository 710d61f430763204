-- Objects whose records were deleted. One that nothing refers to is set aside first, where a record that comes late still finds it, and deleted later.
create table forgotten_objects (
    sha256 text primary key,
    noted_at timestamptz not null,
    set_aside_at timestamptz
);

create index forgotten_objects_noted on forgotten_objects (noted_at, sha256) where set_aside_at is null;
create index forgotten_objects_set_aside on forgotten_objects (set_aside_at, sha256) where set_aside_at is not null;
