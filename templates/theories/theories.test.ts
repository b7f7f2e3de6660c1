import { describe, expect, it } from 'vitest';
import { checkTheory } from '#app/theory/checks/check-theory.ts';
import { countsByType } from '#app/theory/graph.ts';
import { measuresIn } from '#app/theory/measures/measure.ts';
import { moreFromLibrary } from '#app/theory/measures/measure-form.ts';
import { libraryMeasure, sharedOutcomeMeasures } from '#templates/measures/index.ts';
import { readStarter, starterTheories } from './index.ts';

/** What only an authority can fill in: needs, days to look again, baselines and targets. */
const LEFT_OPEN = new Set(['TOC-N02', 'TOC-M03']);

it('there is a starter for each funded strand, for reach, the workforce and integration', () => {
  expect(starterTheories.map(({ id }) => id)).toEqual([
    'parents-wellbeing',
    'infant-feeding',
    'parenting-support',
    'early-language',
    'additional-needs',
    'reach-and-access',
    'workforce',
    'integration',
  ]);
});

describe.each(starterTheories)('the starter $id', ({ theory }) => {
  it('lacks nothing but what an authority sets, and says where evidence speaks against it', () => {
    const findings = checkTheory(theory, 'approve').filter(({ id }) => !LEFT_OPEN.has(id));
    const others = findings.filter(
      ({ id, todo }) => id !== 'TOC-A04' && !/look at it again/i.test(todo),
    );
    expect(others.map(({ id, message }) => `${id} ${message}`)).toEqual([]);
    expect(findings.filter(({ id }) => id === 'TOC-A04').length).toBeLessThanOrEqual(2);
  });

  it('has no error while it is a draft', () => {
    const errors = checkTheory(theory, 'draft').filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });

  it('has between 20 and 30 boxes of every kind but needs, and a reason on each link', () => {
    expect(theory.boxes.length).toBeGreaterThanOrEqual(20);
    expect(theory.boxes.length).toBeLessThanOrEqual(30);
    const counts = countsByType(theory);
    expect(counts.need).toBe(0);
    for (const type of [
      'rootCause',
      'mechanism',
      'assumption',
      'externalFactor',
      'risk',
    ] as const) {
      expect(counts[type], type).toBeGreaterThanOrEqual(1);
    }
    expect(theory.links.filter(({ reason }) => reason === '')).toEqual([]);
    for (const key of ['ceiling', 'afterwards', 'unintended']) {
      expect(theory.more[key], key).toMatch(/\S/);
    }
  });

  it('says who leads each activity, who each outcome is for, and who answers each risk', () => {
    for (const { type, more, label } of theory.boxes) {
      if (type === 'activity') expect(more['lead'], label).toMatch(/\S/);
      if (type.endsWith('Outcome')) expect(more['benefits'], label).toMatch(/\S/);
      if (type === 'risk')
        expect([more['owner'], more['response']], label).not.toContain(undefined);
    }
  });

  it('asks what could be argued about, on links of which it is not sure', () => {
    const asked = theory.links.filter(({ more }) => more['argue'] !== undefined);
    expect(asked.length).toBeGreaterThanOrEqual(3);
    for (const { id, more } of asked) {
      expect(more['argue'], id).toMatch(/\?$/);
      expect(more['confidence'], id).not.toBe('high');
    }
  });

  it('names evidence for and against, with its source and how strong it is', () => {
    const evidence = theory.pieces.filter(({ kind }) => kind === 'evidence');
    const directions = new Set(evidence.map(({ more }) => more['direction']));
    expect(directions).toEqual(new Set(['for', 'against']));
    for (const { id, more } of evidence) {
      expect(more['source'], id).toMatch(/\S/);
      expect(['weak', 'moderate', 'strong'], id).toContain(more['strength']);
      expect(['research', 'data', 'families', 'practice'], id).toContain(more['basis']);
      if (more['year'] !== undefined) expect(more['year'], id).toMatch(/^(19|20)\d\d$/);
    }
  });

  it('measures each outcome, by the library’s words where the library has it', () => {
    const measures = measuresIn(theory);
    const shared = new Set([...sharedOutcomeMeasures.map(({ id }) => id), 'local']);
    for (const { id, on, shared: named } of measures) {
      expect(on, id).not.toBeNull();
      expect(shared, id).toContain(named);
    }
    for (const piece of theory.pieces) {
      const library = libraryMeasure(piece.more['library'] ?? '');
      if (piece.more['library'] === undefined) continue;
      expect(library, piece.id).toBeDefined();
      if (library) {
        expect(piece.more).toMatchObject({ shared: 'local', ...moreFromLibrary(library) });
      }
    }
  });
});

describe('a starter that is wrong', () => {
  const about = { id: 'a', name: 'A name', summary: 'A summary', basis: 'Where it all comes from' };

  it('stops the start with its file and what is wrong in it', () => {
    const nodes = [{ id: 'x', type: 'widget', label: 'X' }];
    expect(() => readStarter({ ...about, theory: { nodes } }, 'a.json')).toThrow(
      /^a\.json cannot be used:\n {2}node “x”: “widget” is not a type/,
    );
    const links = [{ source: 'x', target: 'gone' }];
    const need = [{ id: 'x', type: 'need', label: 'X' }];
    expect(() => readStarter({ ...about, theory: { nodes: need, links } }, 'a.json')).toThrow(
      'links to nowhere: x to gone',
    );
    const pieces = [{ id: 'e', kind: 'evidence', on: 'gone', more: {} }];
    expect(() => readStarter({ ...about, theory: { nodes: need, pieces } }, 'a.json')).toThrow(
      'pieces on nothing: e on gone',
    );
  });
});
