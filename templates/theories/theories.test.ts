import { describe, expect, it } from 'vitest';
import { checkTheory } from '#app/theory/checks/check-theory.ts';
import { countsByType } from '#app/theory/graph.ts';
import { readStarter, starterTheories } from './index.ts';

describe.each(starterTheories)('the starter $id', ({ theory }) => {
  it('lacks nothing but the needs of the register, and days, which an authority sets', () => {
    const findings = checkTheory(theory, 'approve').filter(
      ({ id, todo }) => id !== 'TOC-N02' && todo !== 'Say when to look at it again.',
    );
    expect(findings.map(({ id, message }) => `${id} ${message}`)).toEqual([]);
  });

  it('has between 15 and 30 boxes, an assumption that is watched, and a reason on each link', () => {
    expect(theory.boxes.length).toBeGreaterThanOrEqual(15);
    expect(theory.boxes.length).toBeLessThanOrEqual(30);
    expect(countsByType(theory).need).toBe(0);
    expect(theory.boxes.some((box) => 'signal' in box.more && 'owner' in box.more)).toBe(true);
    expect(theory.links.filter(({ reason }) => reason === '')).toEqual([]);
  });

  it('says who leads each activity and who each outcome is for', () => {
    for (const { type, more, label } of theory.boxes) {
      if (type === 'activity') expect(more['lead'], label).toMatch(/\S/);
      if (type.endsWith('Outcome')) expect(more['benefits'], label).toMatch(/\S/);
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
  });
});
