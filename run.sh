#!/usr/bin/env bash
# Builds AspireMl and starts it; the addresses are printed once they answer, and Ctrl+C stops everything.
# Arguments go to the AppHost, for example: ./run.sh --Ports:frontend 8080 --Infrastructure embedded
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
eng/need-tools.sh
eng/ask-feed.sh

# Asking MSBuild whether anything changed takes longer than starting; ask the file system instead.
stamp=artifacts/run.stamp
changed() {
  [ ! -f "$stamp" ] || [ artifacts/feed.props -nt "$stamp" ] || [ ! -f node_modules/.stamp ] || [ -n "$(find . -mindepth 1 \
    \( -path ./.git -o -path ./.data -o -path ./artifacts -o -path ./node_modules -o -path ./tests -o -path ./bench -o -path ./docs \) -prune \
    -o -newer "$stamp" -print -quit)" ]
}

if changed; then
  echo "Building ..."
  started=$(mktemp)
  built=true
  eng/build.sh AppHost -c Release >artifacts/build.log 2>&1 || built=false
  if [ "$built" = false ]; then
    grep -E 'error|Error' artifacts/build.log | sort -u | head -20 >&2
    echo "The build failed; all of it is in artifacts/build.log. If packages are missing, delete artifacts/feed.props and start again." >&2
    exit 1
  fi
  mkdir -p .data
  mv "$started" "$stamp"
fi

export DOTNET_ENVIRONMENT=${DOTNET_ENVIRONMENT:-Development}
export ASPNETCORE_URLS=${ASPNETCORE_URLS:-http://localhost:15000}
export ASPIRE_ALLOW_UNSECURED_TRANSPORT=${ASPIRE_ALLOW_UNSECURED_TRANSPORT:-true}
export ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL=${ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL:-http://localhost:19000}
export ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL=${ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL:-http://localhost:20000}
exec dotnet artifacts/bin/AppHost/release/AppHost.dll "$@"
