#!/bin/sh
# Starts Prometheus with the configuration beside this file and the addresses that are given: TARGET_inference_api=http://host:8080
# for the job inference-api, and so on, and ALERTMANAGER_URL. Arguments go to Prometheus.
set -eu
from=$(dirname "$0")
to=${PROMETHEUS_CONFIG:-/tmp/prometheus}
mkdir -p "$to"
cp -r "$from/prometheus.yml" "$from/rules" "$to"

address() { echo "$1" | sed 's|^[a-z]*://||; s|/*$||'; }

env | grep '^TARGET_' | sort | while IFS='=' read -r name url; do
  job=$(echo "${name#TARGET_}" | tr _ -)
  case $job in minio) path=/minio/v2/metrics/cluster ;; *) path=/metrics ;; esac
  printf -- '- targets: ["%s"]\n  labels: { job: %s, __metrics_path__: %s }\n' "$(address "$url")" "$job" "$path"
done > "$to/targets.yml"
printf -- '- targets: ["%s"]\n' "$(address "$ALERTMANAGER_URL")" > "$to/alertmanagers.yml"

exec prometheus --config.file="$to/prometheus.yml" "$@"
