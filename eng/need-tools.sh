#!/usr/bin/env bash
# Says plainly what is missing: the .NET 10 SDK, Node.js with npm.
set -uo pipefail
missing=0

if ! command -v dotnet >/dev/null || ! dotnet --list-sdks 2>/dev/null | grep '^10\.' >/dev/null; then
  echo "The .NET 10 SDK was not found. Install it (on Ubuntu: apt-get install dotnet-sdk-10.0; elsewhere: https://dot.net), then start again." >&2
  missing=1
fi

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "Node.js with npm was not found. Install version 20 or later (on Debian and Ubuntu: apt-get install nodejs npm), then start again." >&2
  missing=1
elif ! node -e 'process.exit(process.versions.node.split(".")[0] >= 18 ? 0 : 1)'; then
  echo "Node.js $(node --version) is too old. Install version 20 or later, then start again." >&2
  missing=1
fi

exit $missing
