// npm start [-- --empty] [-- --built] and npm run dev: install, build, open the store, load the demonstration
// into an empty one, serve, and say where.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installWhatIsMissing, project } from './installed.mjs';

const development = process.argv.includes('--dev');
const empty = process.argv.includes('--empty');
// --built: what npm run build made is served as it is, and nothing is installed or built.
const built = process.argv.includes('--built');

process.env.NODE_ENV ??= development ? 'development' : 'production';
if (!built) installWhatIsMissing();

const { start, ...options } = development ? await inDevelopment() : await asBuilt();
try {
  await start({ ...options, empty, say: (line) => console.log(line) });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function asBuilt() {
  const build = await import(pathToFileURL(await entry()).href);
  return {
    start: build.entry.module.start,
    build,
    clientFolder: path.join(project, 'build', 'client'),
  };
}

async function entry() {
  if (built) return path.join(project, 'build', 'server', 'index.js');
  const { buildWhatChanged } = await import('./built.mjs');
  return buildWhatChanged();
}

async function inDevelopment() {
  const { createServer } = await import('vite');
  const vite = await createServer({ root: project, server: { middlewareMode: true } });
  const load = () => vite.ssrLoadModule('virtual:remix/server-build');
  const first = await load();
  return {
    start: first.entry.module.start,
    build: load,
    development: vite.middlewares,
    clientFolder: path.join(project, 'public'),
  };
}
