import { defineConfig } from 'vitest/config';

// Pure tests stand beside what they test. What touches the store runs twice, unchanged: once on each
// engine (bin/test.mjs starts PostgreSQL and hands its address over). Browser stories run last.
// Loading the house anew for each file costs more than the tests: what is pure or closes its store
// after itself shares a process with others (isolate: false, which holds for every project).
const onEngines = ['test/store.test.ts', 'test/journeys/**/*.test.ts', 'test/stores/**/*.test.ts'];

/** The walk over every page: as long as all the rest that needs a browser, so it runs beside it. */
const walks = ['test/browser/every-page.test.ts'];
const slow = { testTimeout: 240_000, hookTimeout: 240_000 };

export default defineConfig({
  test: {
    setupFiles: ['test/setup.ts'],
    isolate: false,
    // Long enough for a machine that does much else: what hangs is what this is for.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for may take as long as it may, however busy the machine is.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'plain',
          include: ['{app,db,templates,cli,bin,bench}/**/*.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: { name: 'house', include: ['test/architecture.test.ts', 'test/house/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: onEngines,
          env: { THROUGHLINE_ENGINE: 'sqlite' },
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: onEngines,
          env: { THROUGHLINE_ENGINE: 'postgres' },
          globalSetup: ['test/postgres.ts'],
        },
      },
      {
        extends: true,
        test: {
          // Faults, attacks and restores against the built server in a process of its own.
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          globalSetup: ['test/postgres.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: { name: 'browser', include: ['test/browser/**/*.test.ts'], exclude: walks, ...slow },
      },
      { extends: true, test: { name: 'pages', include: walks, ...slow } },
    ],
  },
});
