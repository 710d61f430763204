#!/usr/bin/env bash
# Backs up the database and the objects that the services' settings name: eng/backup.sh FOLDER
# FOLDER gets a dump a run with the list of its objects, and each object once, however many runs there are. docs/operations.md
# says more.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/stores.sh"
[ $# -eq 1 ] && [[ $1 != -* ]] || fail "Usage: ConnectionStrings__database=... ConnectionStrings__objects=... (or Objects__Path=...) $0 FOLDER"
find_database
find_objects
need_postgres_tool pg_dump
[ -n "$bucket" ] || [ -d "$objects" ] || fail "The folder of objects $objects is not there; Objects__Path names another."

target=$1
incoming=$target/incoming
mkdir -p "$target/objects"
exec 9>"$target/lock"
flock --nonblock 9 || fail "Another backup writes to $target."
rm -rf "$incoming"
mkdir "$incoming"
lists=$(mktemp -d)
trap 'rm -rf "$lists" "$incoming"' EXIT

# The database goes first: objects are kept before the records that name them, so those of all records in the dump are
# there when it is done.
dump=$target/database-$(date -u +%Y%m%dT%H%M%SZ).dump
pg_dump --no-password --format=custom --no-owner --no-privileges --no-comments --file="$incoming/dump" || fail "The database could not be dumped."

list_objects >"$lists/there" || fail "The objects in $objects could not be listed."
list_kept "$target/objects" >"$lists/kept"
comm -23 "$lists/there" "$lists/kept" >"$lists/new"
mkdir "$incoming/objects"
if [ -s "$lists/new" ]; then
  fetch_objects "$lists/new" "$incoming/objects" || fail "The objects in $objects could not be copied; what was kept before is as it was."
fi

# What was deleted since the dump was made belonged to records that were too old by then.
list_kept "$incoming/objects" >"$lists/fetched"
comm -23 "$lists/new" "$lists/fetched" >"$lists/lacking"
if [ -s "$lists/lacking" ]; then
  list_objects >"$lists/there-still" || fail "The objects in $objects could not be listed."
  unread=$(comm -12 "$lists/lacking" "$lists/there-still" | wc -l)
  [ "$unread" -eq 0 ] || fail "$unread objects in $objects could not be read."
fi

damaged "$incoming/objects" "$lists/fetched" >"$lists/damaged"
comm -23 "$lists/fetched" "$lists/damaged" | (cd "$incoming/objects" && xargs --no-run-if-empty mv --target-directory ../../objects)
sort "$lists/lacking" "$lists/damaged" | comm -23 "$lists/there" - >"${dump%.dump}.objects"
# Under its name a dump has all its objects beside it.
mv "$incoming/dump" "$dump"
echo "$dump, $(wc -l <"${dump%.dump}.objects") objects, $(($(wc -l <"$lists/fetched") - $(wc -l <"$lists/damaged"))) of them new."
[ -z "${ConnectionStrings__documents:-}" ] || echo "MongoDB is not in it: dump it with mongodump, before this." >&2
[ ! -s "$lists/damaged" ] || fail "Damaged in the store, and left out: $(paste -sd ' ' "$lists/damaged")"
