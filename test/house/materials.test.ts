import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '#db/migrations-folder.server.ts';

// Mutation that was seen to fail: `npm sbom --omit dev` in bin/materials.mjs in the place of looking ourselves
// (express, zod, react and seven more are not named).

interface Component {
  name: string;
  version: string;
  'bom-ref'?: string;
  licenses?: { expression?: string; license?: { id?: string } }[];
}
interface Materials {
  materials: () => { bomFormat: string; components: Component[] };
  refusedIn: (found: { components: Component[] }) => string[];
  isAllowed: (expression: string) => boolean;
}

const bin = (await import(path.join(projectFolder(), 'bin', 'materials.mjs'))) as Materials;
const asPackage = JSON.parse(readFileSync(path.join(projectFolder(), 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

describe('the bill of materials', () => {
  const found = bin.materials();

  test('is CycloneDX and names every package that the application asks for, in its version', () => {
    expect(found.bomFormat).toBe('CycloneDX');
    const named = new Set(found.components.map((one) => one['bom-ref']));
    const versions = Object.entries(asPackage.dependencies).map(([name, asked]) =>
      // `npm:@xyflow/react@12.12.1` is a package under another name.
      asked.startsWith('npm:') ? asked.slice(4) : `${name}@${asked}`,
    );
    expect(versions.filter((one) => !named.has(one))).toEqual([]);
    expect(found.components.length).toBeGreaterThan(versions.length);
  });

  test('holds only licences that are allowed', () => expect(bin.refusedIn(found)).toEqual([]));

  test('would name one that is not, and one that says none', () => {
    const component = (name: string, expression?: string) => ({
      name,
      version: '1.0.0',
      ...(expression === undefined ? {} : { licenses: [{ expression }] }),
    });
    const components = [
      component('sound', 'MIT'),
      component('copyleft', 'AGPL-3.0'),
      component('mute'),
    ];
    expect(bin.refusedIn({ components })).toEqual([
      'copyleft 1.0.0: AGPL-3.0',
      'mute 1.0.0: says none',
    ]);
  });

  test.each([
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(MIT AND Zlib)', true],
    ['MIT AND GPL-3.0-only', false],
    ['(MIT OR GPL-2.0) AND AGPL-3.0', false],
    ['', false],
  ])('%s: %s', (expression, allowed) => expect(bin.isAllowed(expression)).toBe(allowed));
});
