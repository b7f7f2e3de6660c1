import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  isToBeConfirmed,
  readRequirementKey,
  requirementKey,
  sourceLine,
} from '#app/plan/coverage/packs.ts';
import { packById, packs, readPack } from './index.ts';

const all = packs().flatMap((pack) =>
  pack.requirements.map((requirement) => ({ pack, requirement })),
);

describe('the packs that ship', () => {
  test('are all ten, with every file of the folder read', () => {
    const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));
    expect(
      packs()
        .map((pack) => `${pack.id}.json`)
        .sort(),
    ).toEqual(files.sort());
    expect(all).toHaveLength(325);
  });

  test('never give a description as an address', () => {
    for (const { requirement } of all) {
      const { url, where } = requirement.source;
      expect(where).not.toMatch(/^https?:/);
      expect(url === null || /^https?:\/\/[^\s]+$/.test(url)).toBe(true);
    }
  });

  test('keep each requirement short enough to read in a table', () => {
    const long = all.filter(({ requirement }) => requirement.text.split(/\s+/).length > 36);
    expect(long.map(({ requirement }) => requirement.id)).toEqual([]);
  });

  test('mark what was recalled and not read as to be confirmed, and say so in its words', () => {
    const recalled = all.filter(({ requirement }) => isToBeConfirmed(requirement));
    expect(recalled).toHaveLength(17);
    for (const { pack, requirement } of recalled) {
      expect(pack.id).toBe('fhsl-2025-26');
      expect(requirement.text).toMatch(/^Believed to be .* confirm it/);
    }
  });

  test('give the 2026 guidance its own days and its twelve-point definition of a hub', () => {
    const guidance = packById('bsfh-2026');
    expect(guidance?.effective).toMatchObject({ from: '2026-04-01', to: '2029-03-31' });
    expect(guidance?.requirements.filter((item) => item.section === 'def')).toHaveLength(12);
    const first = guidance?.requirements[0];
    expect(first && sourceLine(first)).toContain('to be checked against the official copy');
  });
});

describe('a pack that is wrong', () => {
  const good = structuredClone(packs()[0]) as Record<string, unknown> & { requirements: object[] };

  test.each([
    ['a section that is not there', { section: 'nowhere' }, 'requirements.0.section'],
    [
      'an address that is a description',
      { source: { heading: 'x', where: 'y', url: 'a page' } },
      'requirements.0.source.url',
    ],
    [
      'a script for an address',
      { source: { heading: 'x', where: 'y', url: 'javascript:alert(1)' } },
      'requirements.0.source.url',
    ],
    ['a grade that does not exist', { grade: 'Z' }, 'requirements.0.grade'],
    ['an id used twice', { id: 'BSFH-DEF-02' }, 'is used twice'],
    ['a field that nobody knows', { colour: 'red' }, 'colour'],
  ])('with %s stops the start with its file and path', (_, change, says) => {
    const [first, ...rest] = good.requirements;
    const bad = { ...good, requirements: [{ ...first, ...change }, ...rest] };
    expect(() => readPack('bad.json', bad)).toThrow('templates/frameworks/bad.json');
    expect(() => readPack('bad.json', bad)).toThrow(says);
  });
});

test('a requirement’s id on the thread reads back', () => {
  expect(readRequirementKey(requirementKey('bsfh-2026', 'MI-PPS06-26'))).toEqual({
    packId: 'bsfh-2026',
    requirementId: 'MI-PPS06-26',
  });
  expect(readRequirementKey('bsfh-2026')).toBeNull();
  expect(readRequirementKey(':x')).toBeNull();
});
