// Makes the sample documents: node eng/samples/make.mjs. Needs Chromium (Debian: apt-get install chromium), in CHROMIUM or on the path.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "../../Frontend.Blazor/wwwroot/samples");
const work = mkdtempSync(join(tmpdir(), "aspireml-samples-"));
const chromium = process.env.CHROMIUM ?? "chromium";
const paperWidth = 640;
const paperShare = .76;

const browse = (...options) => execFileSync(
  chromium,
  ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1", "--allow-file-access-from-files", ...options],
  { encoding: "utf8", maxBuffer: 64 << 20, timeout: 120_000, stdio: ["ignore", "pipe", "ignore"] });

function render({ id, width, height, look }) {
  const png = join(work, `${id}.png`);
  const size = look === "photo" ? `${paperWidth},${Math.round(height * paperShare)}` : `${width},${height}`;
  browse(`--window-size=${size}`, `--screenshot=${png}`, pathToFileURL(join(here, "templates", `${id}.html`)).href);
  return `data:image/png;base64,${readFileSync(png, "base64")}`;
}

function photograph(sample) {
  const options = { look: sample.look, width: sample.width, height: sample.height, quality: sample.look === "photo" ? .62 : .8 };
  const html = readFileSync(join(here, "photograph.html"), "utf8").replace("PAGE", () => render(sample)).replace("SAMPLE", () => JSON.stringify(options));
  const page = join(work, `${sample.id}.html`);
  writeFileSync(page, html);
  const dom = browse("--dump-dom", pathToFileURL(page).href);
  return JSON.parse(/<pre id="out">(.*?)<\/pre>/s.exec(dom)[1]).map(url => Buffer.from(url.split(",")[1], "base64"));
}

try {
  mkdirSync(join(target, "thumbnails"), { recursive: true });
  const samples = JSON.parse(readFileSync(join(here, "samples.json"), "utf8"));
  for (const sample of samples) {
    const [image, thumbnail] = photograph(sample);
    writeFileSync(join(target, `${sample.id}.jpg`), image);
    writeFileSync(join(target, "thumbnails", `${sample.id}.jpg`), thumbnail);
    console.log(`${sample.id}.jpg ${Math.round(image.length / 1024)} kB`);
  }
  const catalog = samples.map(({ id, title, width, height, questions }) => ({ id, title, file: `${id}.jpg`, width, height, questions }));
  writeFileSync(join(target, "samples.json"), JSON.stringify(catalog, null, 2) + "\n");
} finally {
  rmSync(work, { recursive: true, force: true });
}
