// The built server as people run it, with two addresses more that say what the machine could do:
// /bench/empty, a page with nothing on it, and /bench/row, which keeps one row of its own, durably,
// and does nothing else. Started by bench/http/serving.ts, which asks it over the process channel.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { createElement } from 'react';

const project = path.dirname(import.meta.dirname);
const entry = path.join(project, 'build', 'server', 'index.js');
const built = await import(pathToFileURL(entry).href);

const keepRow = await rowByRow();
const routes = {
  'bench-empty': { default: () => createElement('main', null) },
  'bench-row': {
    action: async ({ request }) => {
      const form = await request.formData();
      await keepRow(String(form.get('row')));
      return new Response(null, { status: 303, headers: { Location: '/bench/empty' } });
    },
  },
};

const delay = monitorEventLoopDelay({ resolution: 5 });
const answers = {
  memory: () => {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    return { rss, heapUsed };
  },
  rss: () => ({ rss: process.memoryUsage.rss() }),
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return { ms: (user + system) / 1000 };
  },
  watch: () => {
    delay.reset();
    delay.enable();
    return {};
  },
  // The delay is told with the resolution in it.
  longest: () => {
    delay.disable();
    return { ms: Math.max(0, delay.max / 1e6 - 5) };
  },
};
process.on('message', ({ id, ask }) => process.send?.({ id, answer: answers[ask]() }));
process.once('disconnect', () => process.exit(0));

await built.entry.module.start({
  build: withRoutes(built),
  clientFolder: path.join(project, 'build', 'client'),
  empty: true,
  say: (line) => console.log(line),
});

function withRoutes(build) {
  const added = { routes: {}, assets: {} };
  for (const [id, module] of Object.entries(routes)) {
    const route = { id, parentId: 'root', path: id.replace('-', '/') };
    added.routes[id] = { ...route, module };
    added.assets[id] = { ...route, hasLoader: false, hasAction: 'action' in module, imports: [] };
  }
  const assets = { ...build.assets, routes: { ...build.assets.routes, ...added.assets } };
  return { ...build, assets, routes: { ...build.routes, ...added.routes } };
}

/** As durable as the application's own file: the write-ahead log is on the disk at each commit. */
async function rowByRow() {
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(path.join(process.env.THROUGHLINE_DATA ?? '', 'rows.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table if not exists bench_rows (id text primary key, row text not null)');
  const insert = db.prepare('insert into bench_rows values (?, ?)');
  return (row) => insert.run(randomUUID(), row);
}
