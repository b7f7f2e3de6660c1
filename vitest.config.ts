import { defineConfig } from 'vitest/config';

// Pure tests stand beside what they test. What touches the store runs twice, unchanged: once on each
// engine (bin/test.mjs starts PostgreSQL and hands its address over). Browser stories run last.
// Loading the house anew for each file costs more than the tests: what is pure or closes its store
// after itself shares a process with others (isolate: false, which holds for every project).
const onEngines = ['test/store.test.ts', 'test/journeys/**/*.test.ts', 'test/stores/**/*.test.ts'];

export default defineConfig({
  test: {
    setupFiles: ['test/setup.ts'],
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 120_000,
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
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // A page is waited for as long as a page may take, however busy the machine is.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
