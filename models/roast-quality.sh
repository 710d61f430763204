#!/bin/sh
# Makes models/roast-quality again, byte for byte, from simulated readings: 8,000 of a machine as it should be, and
# 1,000 before them in which some values are missing, so that the model learns to do without. The held-out rows are
# those of another machine.
set -eu
cd "$(dirname "$0")/.."
rows=$(mktemp -d)
trap 'rm -rf "$rows"' EXIT

simulate() { dotnet run -c Release --project Simulator -- simulate "$@"; }
simulate --rows 1000 --seed 20262 --scenario MissingValues --out "$rows/training.csv"
simulate --rows 8000 --seed 20261 --out "$rows/normal.csv"
simulate --rows 3000 --seed 20263 --out "$rows/held-out.csv"
tail -n +2 "$rows/normal.csv" >> "$rows/training.csv"

dotnet run -c Release --project Retraining.Worker -- train tabular \
    --name roast-quality --target quality --seed 20261 \
    --description "Predicts the quality of roasted material, 220 to 505, from the layer's height in millimetres, its moisture in per cent and the temperatures of five chambers in degrees Celsius. Trained on simulated readings: a starting point, to be retrained on the plant's own." \
    --data "$rows/training.csv" --test "$rows/held-out.csv" --out "$PWD/models/roast-quality"
