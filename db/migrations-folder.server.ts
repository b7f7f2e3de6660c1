import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of an engine's migrations. The built server runs from build/server and the command line
 * from db/: the project's own folder is found by walking up to its package.json.
 */
export function migrationsFolder(engine: 'sqlite' | 'postgres'): string {
  return path.join(projectFolder(), 'db', 'migrations', engine);
}

export function projectFolder(): string {
  let at = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(at, 'package.json'))) {
    const up = path.dirname(at);
    if (up === at) throw new Error('The project folder with package.json cannot be found.');
    at = up;
  }
  return at;
}
