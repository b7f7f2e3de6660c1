import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'vitest';

/**
 * Real files by other people are not kept in this repository. REAL_DATA_DIR names a folder that
 * holds them; without it, each group of tests that wants them says so in one line and stands aside.
 */
const folder = process.env['REAL_DATA_DIR'];

/** A group of tests on real files: run when REAL_DATA_DIR is set. */
export function describeRealData(title: string, tests: () => void): void {
  if (folder !== undefined && !existsSync(folder)) {
    throw new Error(`REAL_DATA_DIR is ${folder}, which does not exist. Correct it or unset it.`);
  }
  if (folder === undefined) {
    process.stdout.write(`REAL_DATA_DIR is not set: “${title}” does not look at real files.\n`);
    // A file that holds nothing else would be a file without tests.
    test.skip(title);
    return;
  }
  describe(title, tests);
}

export function realPath(...parts: string[]): string {
  if (folder === undefined) throw new Error('Ask for real files inside describeRealData only.');
  return path.resolve(folder, ...parts);
}

export function realBytes(...parts: string[]): Uint8Array {
  return readFileSync(realPath(...parts));
}
