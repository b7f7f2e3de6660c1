import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeRealData, realBytes, realPath } from '#test/real-data.ts';
import { checkTheory } from '../checks/check-theory.ts';
import { readTheoryFile } from './read-file.ts';

describeRealData('theories of change by others', () => {
  const read = (name: string) => readTheoryFile(realBytes('toc', name), 'From a file');
  const found = (name: string) => {
    const result = read(name);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { boxes, links, pieces } = result.theory;
    return { ...result, counts: [boxes.length, links.length, pieces.length] };
  };

  // Counted in the files by other means: nodes and links, and what is said of links as evidence.
  test.each([
    ['prsm_npctheoryofchange191.prsm', [22, 30, 0]],
    ['tocmaker_AnimalCharityEvaluators.json', [10, 9, 9]],
    ['tocmaker_ClimateResearchExample.json', [12, 13, 13]],
    ['tocmaker_OpenPhilEffectiveGiving.json', [18, 22, 22]],
    ['impactsquare_expected_synthetic-1.json', [23, 16, 7]],
    ['impactsquare_render_good_details_toc.json', [22, 15, 5]],
    ['impactsquare_schema_pdm-example.json', [22, 15, 5]],
    ['impactsquare_render_good_toc.md', [4, 3, 1]],
  ])('%s has its boxes, links and pieces', (name, counts) => {
    expect(found(name).counts).toEqual(counts);
  });

  test('the system map is taken by its styles, in the columns that they mean', () => {
    const { map, theory } = found('prsm_npctheoryofchange191.prsm');
    expect(theory.title).toBe('NPC Theory of Change');
    expect(map?.groups.map(({ name, type }) => [name, type])).toEqual([
      ['Activity/Quality', 'activity'],
      ['Change mechanisms / journey', 'mechanism'],
      ['Outcomes', 'intermediateOutcome'],
      ['Impact', 'impact'],
    ]);
  });

  test('the project has its results chains as strands, and its models only where they are chosen', () => {
    const { map, theory, notes } = found('miradi_marine_example.xml');
    const types = theory.boxes.map(({ type }) => type);
    const of = (type: string) => types.filter((each) => each === type).length;
    expect([of('intermediateOutcome'), of('rootCause')]).toEqual([17, 0]);
    expect(theory.links).toHaveLength(25);
    const parts = theory.pieces
      .filter(({ kind }) => kind === 'part')
      .map(({ more }) => more['name']);
    expect(parts).toContain('RC1 Rat Elimination');
    expect(notes.join(' ')).toMatch(/2 diagrams of the file do not come in: “Eastern Bay CM”/);

    const whole = readTheoryFile(realBytes('toc', 'miradi_marine_example.xml'), 'T', {
      diagrams: new Set(map?.diagrams.map(({ id }) => id)),
    });
    expect(whole.ok && whole.theory.boxes.length).toBeGreaterThan(80);
  });

  test('a schema is no theory', () => {
    const refused = read('impactsquare_schema_pdm-schema.json');
    expect(refused.ok ? '' : refused.problems[0]?.message).toMatch(/This is a JSON Schema/);
  });

  test('every file is read or refused with a reason, and checked without a crash', () => {
    const names = readdirSync(realPath('toc'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const result = read(name);
      if (result.ok) expect(Array.isArray(checkTheory(result.theory, 'live'))).toBe(true);
      else expect(result.problems[0]?.message).toMatch(/\w/);
    }
  });
});
