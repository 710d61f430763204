#!/usr/bin/env bash
# Some tests drive a browser, query a Prometheus, queue in a RabbitMQ, keep objects in a Swift, back up a PostgreSQL of the distribution or train with XGBoost. Installs these with apt where it can, and says
# plainly what is missing where it cannot; the tests that need it then say so too.
set -uo pipefail

# Read to its end: who is left with a closed pipe counts as failed.
has_library() { ldconfig -p 2>/dev/null | grep "$1" >/dev/null; }

wanted=()
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || wanted+=(chromium)
command -v prometheus >/dev/null || wanted+=(prometheus)
command -v prometheus-alertmanager >/dev/null || wanted+=(prometheus-alertmanager)
for exporter in prometheus-node-exporter prometheus-postgres-exporter; do command -v "$exporter" >/dev/null || wanted+=("$exporter"); done
compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || wanted+=(postgresql)
has_library libxgboost.so.0 || wanted+=(libxgboost0)
[ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || wanted+=(rabbitmq-server)
command -v rclone >/dev/null || wanted+=(rclone)
for part in proxy account container object; do command -v "swift-$part-server" >/dev/null || wanted+=("swift-$part"); done
command -v memcached >/dev/null || wanted+=(memcached)
command -v setpriv >/dev/null || wanted+=(util-linux)
[ ${#wanted[@]} -eq 0 ] && exit 0

if command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
  echo "Installing what the tests need: ${wanted[*]} ..."
  export DEBIAN_FRONTEND=noninteractive
  # Debian starts a service of each package; the tests start their own.
  export RUNLEVEL=1
  apt-get update -qq >/dev/null 2>&1
  missing=()
  for package in "${wanted[@]}"; do
    apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1 || missing+=("$package")
  done
else
  missing=("${wanted[@]}")
fi

if [ ${#missing[@]} -gt 0 ]; then
  echo "Some tests need what is missing here: ${missing[*]}. On Debian or Ubuntu install it with: sudo apt-get install ${missing[*]}" >&2
fi
