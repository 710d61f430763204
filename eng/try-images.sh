#!/usr/bin/env bash
# Builds the images of inference-api and frontend and has Podman run them as the chart says, beside a PostgreSQL and an S3
# server: a question about a receipt is asked at the service and on the page. Takes some minutes; needs Podman, a
# runtime for it and catatonit.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if ! command -v podman >/dev/null; then
  echo "Podman was not found. Install it (on Debian and Ubuntu: apt-get install podman runc catatonit), then start again." >&2
  exit 1
fi
eng/need-test-tools.sh
CONTAINER_ENGINE=podman eng/build-images.sh Inference.Api Frontend.Blazor

if [ -z "${CONTAINERS_CONF:-}" ]; then
  # Limits that may be set where Podman may not raise those that it was started with.
  export CONTAINERS_CONF=$PWD/artifacts/images/containers.conf
  printf '[containers]\ndefault_ulimits = ["nofile=1024:1024", "nproc=1000:1000"]\n' >"$CONTAINERS_CONF"
fi
TRY_IMAGES=true dotnet test tests/Deploy.Tests --nologo --filter FullyQualifiedName~PlayedChart --logger 'console;verbosity=normal'
