import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box, Link, Theory } from '../graph.ts';
import { applyAll } from '../operations.ts';
import { between, boxOf, cleanTheory, linkOf, operationOn, theoryOf } from '#test/some-theories.ts';
import { checkTheory } from './check-theory.ts';
import { RULES, type RuleId } from './finding.ts';

const clean = cleanTheory();

/** The clean theory with further boxes and links; what a link says follows from its ends. */
function plus(boxes: Box[], pairs: [string, string][] = [], theory = clean): Theory {
  const all = [...theory.boxes, ...boxes];
  const links = pairs.map(([source, target]) => between(all, source, target));
  return { ...theory, boxes: all, links: [...theory.links, ...links] };
}

function without(id: string): Theory {
  return {
    ...clean,
    boxes: clean.boxes.filter((box) => box.id !== id),
    links: clean.links.filter((link) => link.id !== id && link.source !== id && link.target !== id),
  };
}

function saying(id: string, label: string): Theory {
  return { ...clean, boxes: clean.boxes.map((box) => (box.id === id ? { ...box, label } : box)) };
}

/** A change that says for whom. */
function changeOf(type: 'intermediateOutcome' | 'longTermOutcome', id: string): Box {
  return boxOf(type, id, { label: `Parents feel ${id}` });
}

function knowing(id: string, more: Box['more']): Theory {
  return { ...clean, boxes: clean.boxes.map((box) => (box.id === id ? { ...box, more } : box)) };
}

function withLinks(change: (links: readonly Link[]) => Link[]): Theory {
  return { ...clean, links: change(clean.links) };
}

const factors = Array.from({ length: 8 }, (_, index) => `factor ${'abcdefgh'[index]}`);
const inputs = Array.from({ length: 30 }, (_, index) => `input ${index}`);

/** One fault a rule in a theory that is otherwise sound, and what the finding must point at. */
const FAULTS: Record<RuleId, { theory: Theory; about: string }> = {
  'TOC-I01': {
    theory: withLinks((links) => [...links, linkOf('open', 'gone')]),
    about: 'open>gone',
  },
  'TOC-I02': {
    theory: withLinks((links) => [...links, { ...linkOf('open', 'sessions'), id: 'again' }]),
    about: 'again',
  },
  'TOC-I03': {
    theory: withLinks((links) => [...links, linkOf('open', 'open')]),
    about: 'open>open',
  },
  'TOC-I04': { theory: saying('come', 'PARENTS feel sure of themselves.'), about: 'confident' },
  'TOC-I05': { theory: plus([boxOf('output', 'lone')]), about: 'lone' },
  'TOC-I06': {
    theory: plus(
      [
        boxOf('need', 'later', { more: { notNow: 'No money until 2028' } }),
        boxOf('rootCause', 'why'),
      ],
      [['why', 'later']],
    ),
    about: 'later',
  },
  'TOC-S01': { theory: without('ready'), about: '' },
  'TOC-S02': { theory: without('invite>texts'), about: 'invite' },
  'TOC-S03': { theory: without('sooner>ready'), about: 'sooner' },
  'TOC-S04': {
    theory: plus([changeOf('longTermOutcome', 'wish')], [['wish', 'ready']]),
    about: 'wish',
  },
  'TOC-S05': {
    theory: plus(
      [],
      [
        ['come', 'fathers'],
        ['fathers', 'come'],
      ],
    ),
    about: 'come',
  },
  'TOC-S06': { theory: plus([], [['speaking', 'fathers']]), about: 'speaking>fathers' },
  'TOC-S07': { theory: plus([], [['sessions', 'sooner']]), about: 'sessions>sooner' },
  'TOC-S08': {
    theory: plus([boxOf('output', 'leaflet')], [['open', 'leaflet']]),
    about: 'leaflet',
  },
  'TOC-S09': { theory: plus([], [['fathers', 'come']]), about: 'fathers>confident' },
  'TOC-S10': {
    theory: plus(
      factors.map((id) => boxOf('externalFactor', id)),
      factors.map((id) => [id, 'come']),
    ),
    about: 'come',
  },
  'TOC-S11': {
    theory: plus(
      [],
      [
        ['speaking', 'confident'],
        ['sooner', 'confident'],
      ],
      withLinks((links) =>
        links.filter(({ id }) => id !== 'speaking>ready' && id !== 'sooner>ready'),
      ),
    ),
    about: 'confident',
  },
  'TOC-S12': {
    theory: plus(
      ['one', 'two', 'three'].map((id) => changeOf('intermediateOutcome', id)),
      [
        ['come', 'one'],
        ['one', 'two'],
        ['two', 'three'],
        ['three', 'confident'],
      ],
      without('come>confident'),
    ),
    about: 'open',
  },
  'TOC-S13': {
    theory: plus(
      inputs.map((id) => boxOf('input', id)),
      inputs.map((id, index) => [id, inputs[index + 1] ?? 'open']),
    ),
    about: '',
  },
  'TOC-C01': {
    theory: plus(
      [changeOf('longTermOutcome', 'rested'), boxOf('impact', 'happy')],
      [
        ['come', 'rested'],
        ['rested', 'happy'],
      ],
    ),
    about: 'open',
  },
  'TOC-C05': { theory: saying('speaking', 'Every child speaks at their age'), about: 'speaking' },
  'TOC-W01': { theory: saying('come', 'Run a group for parents'), about: 'come' },
  'TOC-W02': { theory: saying('open', 'Improved opening hours'), about: 'open' },
  'TOC-W03': { theory: saying('come', 'Number of sessions that parents come to'), about: 'come' },
  'TOC-W05': { theory: saying('sessions', 'Holistic support'), about: 'sessions' },
  'TOC-W06': { theory: saying('come', 'Evenings at a hub'), about: 'come' },
  'TOC-W07': { theory: knowing('open', {}), about: 'open' },
  'TOC-W08': { theory: saying('come', 'Working parents access services'), about: 'come' },
  'TOC-W04': {
    theory: saying('come', 'Working parents come to a hub; their employers let them go in time'),
    about: 'come',
  },
  'TOC-A01': {
    theory: withLinks((links) =>
      links.map((link) => (link.id === 'open>sessions' ? { ...link, reason: ' ' } : link)),
    ),
    about: 'open>sessions',
  },
  'TOC-A02': {
    theory: withLinks((links) =>
      links.map((link) => (link.id === 'sessions>come' ? { ...link, more: {} } : link)),
    ),
    about: 'sessions>come',
  },
  'TOC-A03': {
    theory: knowing('staff', { critical: 'yes', owner: 'Hub manager' }),
    about: 'staff',
  },
  'TOC-A05': { theory: knowing('staff', { ours: 'yes' }), about: 'staff' },
  'TOC-A06': { theory: without('buses'), about: '' },
  'TOC-A07': {
    theory: withLinks((links) =>
      links.map((link) =>
        link.id === 'texts>fathers' ? { ...link, more: { assumes: 'Fathers read them' } } : link,
      ),
    ),
    about: '',
  },
  'TOC-C04': { theory: plus([], [['buses', 'evenings']], without('buses>come')), about: 'buses' },
  'TOC-N01': { theory: plus([boxOf('need', 'money')]), about: 'money' },
  'TOC-N02': { theory: without('talk>train'), about: 'train' },
};

describe('one fault in a sound theory', () => {
  test('the sound theory has nothing found in it, at any stage', () => {
    expect(checkTheory(clean, 'live')).toEqual([]);
    expect(checkTheory(clean, 'draft')).toEqual([]);
  });

  test.each(Object.keys(RULES) as RuleId[])('%s finds its own fault and nothing else', (rule) => {
    const { theory, about } = FAULTS[rule];
    expect(checkTheory(theory, 'approve').map(({ id, key }) => [id, key])).toEqual([
      [rule, `${rule}:${about}`],
    ]);
  });
});

describe('what is said', () => {
  test.each(Object.keys(RULES) as RuleId[])('%s says what, why and what to do', (rule) => {
    for (const finding of checkTheory(FAULTS[rule].theory, 'approve')) {
      for (const sentence of [finding.message, finding.why, finding.todo]) {
        expect(sentence).toMatch(/^\S.*\.$/s);
        expect(sentence).not.toMatch(/undefined|null/);
      }
    }
  });

  test('a theory without a single link is told so once, not box by box', () => {
    const findings = checkTheory({ ...clean, links: [] }, 'approve');
    expect(findings.map(({ id }) => id)).toEqual(['TOC-I05']);
    expect(findings[0]?.message).toBe('No link is drawn: 17 boxes stand side by side.');
    expect(findings[0]?.targets).toHaveLength(17);
  });

  test('an aim stands for the impact when no impact is stated', () => {
    const aimed = {
      ...clean,
      boxes: clean.boxes.map((box) =>
        box.id === 'ready' ? { ...box, type: 'aim' as const } : box,
      ),
    };
    expect(checkTheory(aimed, 'approve')).toEqual([]);
  });

  test('a loop that is said to be meant is no fault', () => {
    const loop = FAULTS['TOC-S05'].theory;
    const meant = loop.links.map((link) =>
      link.id === 'fathers>come' ? { ...link, more: { feedback: 'yes' } } : link,
    );
    expect(checkTheory({ ...loop, links: meant }, 'approve').map(({ id }) => id)).not.toContain(
      'TOC-S05',
    );
  });

  test('a leap that says what happens in between is no fault', () => {
    const leap = FAULTS['TOC-S07'].theory;
    const told = leap.links.map((link) =>
      link.id === 'sessions>sooner' ? { ...link, more: { mechanism: 'Parents ask for it' } } : link,
    );
    expect(checkTheory({ ...leap, links: told }, 'approve')).toEqual([]);
  });

  test('a need is answered through what lies behind it', () => {
    const answered = plus(
      [boxOf('need', 'money'), boxOf('rootCause', 'hours')],
      [
        ['hours', 'money'],
        ['open', 'hours'],
      ],
    );
    expect(checkTheory(answered, 'approve')).toEqual([]);
  });
});

describe('how loud it is', () => {
  test('a draft is coached and not judged, but what is broken stays broken', () => {
    expect(checkTheory(FAULTS['TOC-S02'].theory, 'draft')[0]?.severity).toBe('hint');
    expect(checkTheory(FAULTS['TOC-S02'].theory, 'consult')[0]?.severity).toBe('warn');
    expect(checkTheory(FAULTS['TOC-S02'].theory, 'approve')[0]?.severity).toBe('error');
    expect(checkTheory(FAULTS['TOC-I01'].theory, 'draft')[0]?.severity).toBe('error');
  });

  test('a missing reason weighs most from what we deliver to what changes', () => {
    const silent = withLinks((links) => links.map((link) => ({ ...link, reason: '' })));
    const loud = checkTheory(silent, 'approve').filter(({ severity }) => severity === 'error');
    expect(loud.map(({ key }) => key)).toEqual([
      'TOC-A01:sessions>come',
      'TOC-A01:trained>spotted',
      'TOC-A01:texts>fathers',
    ]);
  });

  test('the worst comes first', () => {
    const theory = plus([boxOf('need', 'money')], [], saying('open', 'Improved opening hours'));
    expect(checkTheory(theory, 'approve').map(({ id }) => id)).toEqual(['TOC-N01', 'TOC-W02']);
  });
});

describe('any theory', () => {
  test('is checked without a crash, the same way twice, and points only at what is there', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), (seeds) => {
        let theory: Theory = theoryOf([]);
        seeds.forEach((seed, index) => {
          const applied = applyAll(theory, [operationOn(theory, seed, `x${index}`)]);
          if ('theory' in applied) theory = applied.theory;
        });
        const findings = checkTheory(theory, 'approve');
        expect(checkTheory(theory, 'approve')).toEqual(findings);
        const there = new Set([...theory.boxes, ...theory.links].map(({ id }) => id));
        for (const target of findings.flatMap(({ targets }) => targets)) {
          expect(there.has(target)).toBe(true);
        }
      }),
    );
  });

  test('of a chain of two thousand boxes is read without exhausting the stack', () => {
    const boxes = Array.from({ length: 2_000 }, (_, i) => boxOf('intermediateOutcome', `box ${i}`));
    const links = boxes.slice(1).map((box, i) => linkOf(`box ${i}`, box.id));
    expect(() => checkTheory(theoryOf(boxes, links), 'approve')).not.toThrow();
  });
});
