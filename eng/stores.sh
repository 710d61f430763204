# Sourced by backup.sh and restore.sh: finds the database and the objects by the settings that the services take. Secrets
# are handed on in the environment or by a password file, never as arguments, which every user of the machine can read.

export LC_ALL=C
umask 077

fail() { echo "$*" >&2; exit 1; }

need() { command -v "$1" >/dev/null || fail "$1 is missing; on Debian or Ubuntu install it with: sudo apt-get install $2"; }

# value_of STRING NAME...: the value that a connection string gives to a key, which may have several names.
value_of() {
  local rest=$1 key value found=
  shift
  local pair='^[[:space:];]*([^=;]+)=[[:space:]]*("([^"]|"")*"|'"'([^']|'')*'"'|[^;]*)[[:space:]]*(;|$)'
  while [[ $rest =~ $pair ]]; do
    rest=${rest:${#BASH_REMATCH[0]}}
    key=${BASH_REMATCH[1]//[[:space:]]/} value=${BASH_REMATCH[2]}
    value=${value%"${value##*[![:space:]]}"}
    case $value in
      '"'*'"') value=${value:1:-1} value=${value//'""'/'"'} ;;
      "'"*"'") value=${value:1:-1} value=${value//"''"/"'"} ;;
    esac
    for name in "$@"; do [ "${key,,}" != "$name" ] || found=$value; done
  done
  printf '%s' "$found"
}

# A relative password file is looked for from here upwards, as the services do.
passfile_at() {
  local folder=$PWD
  [[ $1 == /* ]] && { printf '%s' "$1"; return; }
  while [ ! -f "$folder/$1" ]; do
    [ -n "$folder" ] || fail "The password file $1 is neither in this folder nor above it."
    folder=${folder%/*}
  done
  printf '%s' "$folder/$1"
}

find_database() {
  local given=${ConnectionStrings__database:-} missing=() file mode
  [ -n "$given" ] || fail "Set ConnectionStrings__database to the database's connection string: Host=...;Port=5432;Username=...;Password=...;Database=aspireml"
  unset PGHOSTADDR PGSERVICE PGSERVICEFILE PGOPTIONS PGPASSWORD PGPASSFILE PGSSLMODE PGSSLROOTCERT
  export PGHOST PGPORT PGUSER PGDATABASE PGCONNECT_TIMEOUT=10
  PGHOST=$(value_of "$given" host server) PGPORT=$(value_of "$given" port)
  PGUSER=$(value_of "$given" username userid user uid) PGDATABASE=$(value_of "$given" database db)
  [ -n "$PGHOST" ] || missing+=(Host)
  [ -n "$PGUSER" ] || missing+=(Username)
  [ -n "$PGDATABASE" ] || missing+=(Database)
  [ ${#missing[@]} -eq 0 ] || fail "ConnectionStrings__database lacks ${missing[*]}."
  PGPORT=${PGPORT:-5432}
  export PGPASSWORD
  PGPASSWORD=$(value_of "$given" password pwd)
  [ -n "$PGPASSWORD" ] || unset PGPASSWORD
  file=$(value_of "$given" passfile)
  if [ -n "$file" ]; then
    export PGPASSFILE
    PGPASSFILE=$(passfile_at "$file")
  fi
  mode=$(value_of "$given" sslmode)
  case ${mode,,} in
    '') ;;
    verifyca) export PGSSLMODE=verify-ca ;;
    verifyfull) export PGSSLMODE=verify-full ;;
    *) export PGSSLMODE=${mode,,} ;;
  esac
  file=$(value_of "$given" rootcertificate)
  [ -z "$file" ] || export PGSSLROOTCERT=$file
}

# query SQL: one value from the database.
query() { psql --no-psqlrc --no-password --no-align --tuples-only --quiet --set ON_ERROR_STOP=1 --command "$1" 2>&1; }

# need_postgres_tool PROGRAM: the program is there, and no older than the server.
need_postgres_tool() {
  [ -z "${PG_BIN:-}" ] || PATH=$PG_BIN:$PATH
  need psql postgresql-client
  need "$1" postgresql-client
  local server client
  server=$(query 'show server_version_num') || fail "The database $PGDATABASE at $PGHOST:$PGPORT does not answer: ${server//$'\n'/ }"
  server=$((server / 10000))
  client=$("$1" --version)
  [[ $client =~ \)\ ([0-9]+) ]] && client=${BASH_REMATCH[1]}
  [ "$client" -ge "$server" ] || fail "$1 is of PostgreSQL $client and the server is $server: install postgresql-client-$server, and if both are there name its folder in PG_BIN."
}

find_objects() {
  local given=${ConnectionStrings__objects:-} endpoint access secret missing=()
  if [ -z "$given" ]; then
    objects=${Objects__Path:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/.data/objects}
    [[ $objects == /* ]] || fail "Objects__Path must be a full path here; a relative one counts from the service's folder."
    bucket=
    return
  fi
  need rclone rclone
  bucket=$(value_of "$given" bucket) endpoint=$(value_of "$given" endpoint) access=$(value_of "$given" accesskey) secret=$(value_of "$given" secretkey)
  [ -n "$endpoint" ] || missing+=(Endpoint)
  [ -n "$access" ] || missing+=(AccessKey)
  [ -n "$secret" ] || missing+=(SecretKey)
  [ -n "$bucket" ] || missing+=(Bucket)
  [ ${#missing[@]} -eq 0 ] || fail "ConnectionStrings__objects lacks ${missing[*]}."
  export RCLONE_CONFIG_STORE_TYPE=s3 RCLONE_CONFIG_STORE_PROVIDER=Other RCLONE_CONFIG_STORE_FORCE_PATH_STYLE=true
  export RCLONE_CONFIG_STORE_ENDPOINT=$endpoint RCLONE_CONFIG_STORE_ACCESS_KEY_ID=$access RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY=$secret
  export RCLONE_CONFIG_STORE_REGION
  RCLONE_CONFIG_STORE_REGION=$(value_of "$given" region)
  RCLONE_CONFIG_STORE_REGION=${RCLONE_CONFIG_STORE_REGION:-us-east-1}
  # rclone takes it under a name of its own, and fails where it finds this one.
  [ -z "${AWS_CA_BUNDLE:-}" ] || export RCLONE_CA_CERT=$AWS_CA_BUNDLE
  unset AWS_CA_BUNDLE
  objects="the bucket $bucket at $endpoint"
}

# Without its file of settings: the environment says all.
s3() { rclone --config '' --retries 3 --low-level-retries 3 --contimeout 10s "$@"; }

only_hashes() { grep -E '^[0-9a-f]{64}$' | sort || true; }

# The hashes of all objects of the store, sorted.
list_objects() {
  if [ -n "$bucket" ]; then
    s3 lsf --files-only "store:$bucket" | only_hashes
  else
    find "$objects" -mindepth 3 -maxdepth 3 -type f -printf '%f\n' | only_hashes
  fi
}

# list_kept FOLDER: the hashes of a backup's objects, sorted.
list_kept() { find "$1" -maxdepth 1 -type f -printf '%f\n' | only_hashes; }

# damaged FOLDER LIST: those of a list whose content has another hash than their name says.
damaged() { (cd "$1" && sed 's/.*/&  &/' "$2" | sha256sum --check --quiet 2>/dev/null || true) | sed 's/: FAILED.*//'; }

# fetch_objects LIST FOLDER: copies objects out of the store, those that are still there.
fetch_objects() {
  if [ -n "$bucket" ]; then
    s3 copy --files-from-raw "$1" "store:$bucket" "$2"
  else
    sed -E 's,^(..)(..),\1/\2/&,' "$1" | tar --directory "$objects" --create --ignore-failed-read --warning=no-failed-read --files-from - --transform 's,.*/,,' | tar --directory "$2" --extract
  fi
}

# put_objects LIST FOLDER: copies objects into the store; each appears when it is whole.
put_objects() {
  if [ -n "$bucket" ]; then
    s3 copy --files-from-raw "$1" "$2" "store:$bucket"
  else
    local incoming=$objects/incoming/restored
    rm -rf "$incoming"
    mkdir -p "$incoming"
    tar --directory "$2" --create --files-from "$1" --transform 's,^\(..\)\(..\),\1/\2/&,' | tar --directory "$incoming" --extract
    cp --archive --link --no-clobber "$incoming/." "$objects"
    rm -rf "$incoming"
  fi
}
