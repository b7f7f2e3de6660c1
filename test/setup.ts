import fc from 'fast-check';
import { afterEach, expect, vi } from 'vitest';

// npm test says by which seed properties draw; by itself a file draws by chance.
const seed = process.env.PROPERTY_SEED;
if (seed) fc.configureGlobal({ seed: Number(seed) });

// An unexpected console.error is a fault that nobody would see: it fails the test.
const errors = vi.spyOn(console, 'error');

// What test/watched-statements.ts found; it is not imported, because pure tests know no database.
const shelf = globalThis as { throughlineStatements?: { wrong: string[] } };

afterEach(() => {
  const said = errors.mock.calls.map((call) => call.map(String).join(' '));
  errors.mockClear();
  expect(said, 'console.error was called').toEqual([]);
  const wrong = shelf.throughlineStatements?.wrong.splice(0) ?? [];
  expect(wrong, 'statements that a database of many authorities cannot bear').toEqual([]);
});
