#!/usr/bin/env bash
# Brings a backup into the empty database and the object store that the services' settings name, while no service runs:
# eng/restore.sh FOLDER [DUMP]; without DUMP the newest one in FOLDER. docs/operations.md says more.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/stores.sh"
[ $# -ge 1 ] && [ $# -le 2 ] && [[ $1 != -* ]] || fail "Usage: ConnectionStrings__database=... ConnectionStrings__objects=... (or Objects__Path=...) $0 FOLDER [DUMP]"
find_database
find_objects
backup=$1
[ -d "$backup/objects" ] || fail "$backup has no backup in it."
dump=${2:-$(find "$backup" -maxdepth 1 -name 'database-*.dump' | sort | tail -n 1)}
[ -f "$dump" ] || fail "$backup has no dump of a database in it."
[ -f "${dump%.dump}.objects" ] || fail "The list of the dump's objects, ${dump%.dump}.objects, is not there."
need_postgres_tool pg_restore

# What extensions own, as TimescaleDB's catalogue, is there from the start.
tables=$(query "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'S')
  and n.nspname !~ '^(pg_|information_schema)' and n.nspname !~ '^_?timescaledb' and not exists (select from pg_depend where objid = c.oid and deptype = 'e')")
[ "$tables" -eq 0 ] || fail "The database $PGDATABASE at $PGHOST:$PGPORT is not empty: it has $tables tables and sequences. Restore into a new database, before a service has used it."

lists=$(mktemp -d)
trap 'rm -rf "$lists"' EXIT
pg_restore --list "$dump" >"$lists/dump" || fail "$dump cannot be read; it may be damaged, or written by a newer pg_dump than this pg_restore."
timescale=
if grep -q ' EXTENSION - timescaledb' "$lists/dump"; then
  timescale=$(query "select name from pg_available_extensions where name = 'timescaledb'")
  [ -n "$timescale" ] || fail "The backup is of a database with TimescaleDB, which the server at $PGHOST:$PGPORT lacks."
fi

# The objects go first, and the database in one transaction: what is broken off shows no record without its object, and can be
# done again.
if [ -n "$bucket" ]; then
  s3 mkdir "store:$bucket" || fail "The bucket $bucket could not be made."
else
  mkdir -p "$objects/incoming"
fi
list_objects >"$lists/there" || fail "The objects in $objects could not be listed."
list_kept "$backup/objects" >"$lists/kept"
# Those that the dump was made with; others are of older dumps or newer ones.
only_hashes <"${dump%.dump}.objects" >"$lists/wanted"
comm -13 "$lists/kept" "$lists/wanted" >"$lists/missing"
comm -12 "$lists/kept" "$lists/wanted" | comm -13 "$lists/there" - >"$lists/new"
damaged "$backup/objects" "$lists/new" >"$lists/damaged"
comm -23 "$lists/new" "$lists/damaged" >"$lists/good"
[ ! -s "$lists/good" ] || put_objects "$lists/good" "$backup/objects" || fail "The objects could not be copied to $objects."

[ -z "$timescale" ] || query "create extension if not exists timescaledb; select timescaledb_pre_restore()" >/dev/null
restored=true
pg_restore --no-password --exit-on-error --single-transaction --no-owner --no-privileges --no-comments --dbname="$PGDATABASE" "$dump" || restored=false
[ -z "$timescale" ] || query "select timescaledb_post_restore()" >/dev/null
[ "$restored" = true ] || fail "The database could not be restored; it is as empty as it was."
query analyze >/dev/null
echo "$dump, $(wc -l <"$lists/wanted") objects, $(wc -l <"$lists/good") of them new."
sort "$lists/missing" "$lists/damaged" >"$lists/lost"
[ ! -s "$lists/lost" ] || fail "Missing or damaged in the backup, and left out: $(paste -sd ' ' "$lists/lost")"
