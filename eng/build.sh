#!/usr/bin/env bash
# dotnet build with one compiler for all projects, which ends with the build: nothing stays behind. Arguments go to dotnet build.
set -euo pipefail
compiler=aspireml-$$
trap 'pkill -f -- "-pipename:$compiler\$" || true' EXIT
dotnet build --nologo -v:q -nodeReuse:false -p:UseSharedCompilation=true -p:SharedCompilationId="$compiler" "$@"
