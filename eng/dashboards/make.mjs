// Writes grafana/dashboards from the files beside this one: node eng/dashboards/make.mjs
// With --check it writes nothing and fails if a dashboard is not what they say.
import { readFileSync, writeFileSync } from "node:fs";
import overview from "./overview.mjs";
import documentQuestions from "./document-questions.mjs";
import tabularLoop from "./tabular-loop.mjs";
import imageClassification from "./image-classification.mjs";
import queueAndJobs from "./queue-and-jobs.mjs";
import infrastructure from "./infrastructure.mjs";

const check = process.argv.includes("--check");
const stale = [];

for (const dashboard of [overview, documentQuestions, tabularLoop, imageClassification, queueAndJobs, infrastructure]) {
  const file = new URL(`../../grafana/dashboards/${dashboard.uid}.json`, import.meta.url);
  const text = JSON.stringify(dashboard, null, 2) + "\n";
  if (!check) {
    writeFileSync(file, text);
  } else if (readFileSync(file, "utf8") !== text) {
    stale.push(dashboard.uid);
  }
}

if (stale.length > 0) {
  console.error(`Not what eng/dashboards says: ${stale.join(", ")}. Run: node eng/dashboards/make.mjs`);
  process.exit(1);
}
