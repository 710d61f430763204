#!/usr/bin/env bash
# Asks the package feed once whether it has every package, and writes the answer to artifacts/feed.props.
# Delete that file to ask again; set AIRGAPPED=true or false to answer without asking.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
answer=$root/artifacts/feed.props
[ -f "$answer" ] && exit 0

mkdir -p "$root/artifacts"
airgapped=${AIRGAPPED:-}
if [ -z "$airgapped" ]; then
  echo "Asking the package feed (once) ..."
  log=$root/artifacts/feed-probe.log
  if dotnet restore "$root/eng/feed-probe" -p:AirGapped=false >"$log" 2>&1; then
    airgapped=false
  elif grep -qE 'NU1101|NU1102|NU1103' "$log"; then
    airgapped=true
  else
    echo "The package feed did not answer. Check the network or the NuGet configuration; the details are in $log." >&2
    exit 1
  fi
fi

cat >"$answer" <<EOF
<Project>
  <PropertyGroup>
    <AirGapped>$airgapped</AirGapped>
  </PropertyGroup>
</Project>
EOF
if [ "$airgapped" = true ]; then
  echo "The feed lacks some packages: the stand-ins under airgap/ take their place."
fi
