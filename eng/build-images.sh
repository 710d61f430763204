#!/usr/bin/env bash
# Publishes the services and builds their images with Podman or Docker from what is on this disk; nothing is pulled.
# Arguments: the projects, all four without any. BASE: an image with the ASP.NET runtime to build on, if there is one;
# without it the base is made of the runtime that is installed here. CONTAINER_ENGINE: the program that builds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
eng/need-tools.sh
eng/ask-feed.sh
engine=${CONTAINER_ENGINE:-$(command -v podman || command -v docker || true)}
if [ -z "$engine" ]; then
  echo "Neither Podman nor Docker was found. Install one (on Debian and Ubuntu: apt-get install podman), then start again." >&2
  exit 1
fi

context=$PWD/artifacts/images
projects=("$@")
[ $# -gt 0 ] || projects=(Inference.Api Monitoring.Worker Retraining.Worker Frontend.Blazor)
# Other platforms' natives stay out, and the code is compiled ahead where the feed has the compiler.
platform=(-r linux-x64 --no-self-contained)
if ! dotnet restore Inference.Api -r linux-x64 --nologo -v:q >artifacts/compiler-probe.log 2>&1; then
  echo "Microsoft.NETCore.App.Crossgen2 cannot be had here (artifacts/compiler-probe.log), so the services compile themselves as they start." >&2
  platform+=(-p:PublishReadyToRun=false)
fi

rm -rf "$context"
mkdir -p "$context/root" "$context/service/data"
size() { "$engine" image inspect "$1" --format '{{ .Size }}' | awk -v name="$1" '{ printf "%s: %.0f MB\n", name, $1 / 1e6 }'; }

base=${BASE:-}
if [ -z "$base" ]; then
  echo "Gathering the installed runtime ..."
  eng/make-dotnet-root.sh "$context/root"
  base=localhost/aspireml/aspnet:$(ls "$context/root/usr/share/dotnet/shared/Microsoft.AspNetCore.App")
  "$engine" build --quiet --file deploy/Containerfile.base --tag "$base" "$context/root" >/dev/null
  size "$base"
fi

for project in "${projects[@]}"; do
  echo "Publishing $project ..."
  rm -rf "$context/service/app"
  properties=$(dotnet publish "$project" -c Release "${platform[@]}" -o "$context/service/app" --nologo -v:q -nodeReuse:false \
    -getProperty:ContainerRepository -getProperty:ContainerImageTag -getProperty:ContainerDescription) || { echo "$properties" >&2; exit 1; }
  property() { node -p 'JSON.parse(process.argv[1]).Properties[process.argv[2]]' "$properties" "$1"; }
  repository=$(property ContainerRepository)
  tag=$(property ContainerImageTag)
  if [ "$project" = Retraining.Worker ] && [ ! -f "$context/service/app/libxgboost.so.0" ]; then
    echo "XGBoost's library is not installed here, so this image trains linear models only. On Debian or Ubuntu install libxgboost0." >&2
  fi

  ln -s "$project" "$context/service/app/service"
  "$engine" build --quiet --file deploy/Containerfile --tag "$repository:$tag" \
    --build-arg "BASE=$base" --build-arg "REPOSITORY=$repository" --build-arg "VERSION=$tag" \
    --build-arg "DESCRIPTION=$(property ContainerDescription)" "$context/service" >/dev/null
  size "$repository:$tag"
done
