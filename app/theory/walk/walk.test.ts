import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box, Theory } from '../graph.ts';
import { theorySvg } from '../draw.ts';
import { boxOf, linkOf, operationOn, theoryOf } from '#test/some-theories.ts';
import { applyAll } from '../operations.ts';
import { agreements } from './agreement.ts';
import { changedSince } from './changed.ts';
import { partOf, stopsOf } from './part.ts';
import { doubtsOf } from './doubts.ts';
import { marksOf } from './picture.ts';
import { askedOf, linkText, outcomeText, plainHints } from './words.ts';

const open = boxOf('activity', 'open', { label: 'Open hubs on Saturdays' });
const come = boxOf('output', 'come', { label: 'Parents who work come. ' });
const sooner = boxOf('intermediateOutcome', 'sooner', {
  label: 'Families get help sooner',
  more: { benefits: 'Parents who work' },
});
const ready = boxOf('longTermOutcome', 'ready', { label: 'Children start school ready' });
const buses = boxOf('assumption', 'buses', { label: 'Buses run on Saturdays' });
const need = boxOf('need', 'need', { label: 'Hubs shut when we can come' });

/** need ─ open → come → sooner → ready; come assumes buses. */
const theory: Theory = theoryOf(
  [open, come, sooner, ready, buses, need],
  [
    { ...linkOf('sooner', 'ready'), reason: '' },
    { ...linkOf('come', 'sooner'), reason: 'They are known before it is urgent.' },
    { ...linkOf('open', 'come'), reason: 'Wexcombe said so in May' },
    linkOf('buses', 'come', 'assumes'),
    { ...linkOf('open', 'need', 'addresses'), reason: 'because those who work asked for it' },
  ],
);

describe('the words of a link', () => {
  const said = (id: string) => askedOf(theory, []).find(({ about }) => about.id === id);

  test.each([
    [
      'come>sooner',
      'We think that “Parents who work come” leads to “Families get help sooner”, because they are known before it is urgent.',
    ],
    [
      'open>need',
      'We think that “Open hubs on Saturdays” helps with this: “Hubs shut when we can come”, because those who work asked for it.',
    ],
    [
      'open>come',
      'We think that “Open hubs on Saturdays” leads to “Parents who work come”. Why: Wexcombe said so in May.',
    ],
    [
      'sooner>ready',
      'We think that “Families get help sooner” leads to “Children start school ready”. We have not written down why: can you help?',
    ],
  ])('%s', (id, words) => {
    expect(said(id)?.text).toBe(words);
  });

  test('a sentence that would grow too long is told in two', () => {
    const reason = `the ${'very '.repeat(20)}long story of it`;
    const text = linkText({ ...linkOf('open', 'come'), reason }, open, come);
    expect(text).toMatch(/come”\. Why: the very/);
  });

  test('what explains a need and what an activity answers are said whichever way they are drawn', () => {
    const cause = boxOf('rootCause', 'cause', { label: 'Staff go home at five' });
    const why = 'We think that “Staff go home at five” is part of the reason for this: “Hubs shut';
    expect(linkText(linkOf('cause', 'need', 'explains'), cause, need)).toContain(why);
    expect(linkText(linkOf('need', 'cause', 'explains'), need, cause)).toContain(why);
    const helps = '“Open hubs on Saturdays” helps with this: “Hubs shut when we can come”';
    expect(linkText(linkOf('need', 'open', 'addresses'), need, open)).toContain(helps);
  });

  test('what happens in between, what has to hold and how long it takes stand under it', () => {
    const more = { mechanism: 'Word gets round', delay: 'About a year' };
    const links = theory.links.map((link) => (link.id === 'open>come' ? { ...link, more } : link));
    const { hint } = askedOf({ ...theory, links }, []).find((one) => one.about.id === 'open>come')!;
    expect(hint.split('\n')).toEqual([
      'What happens in between: Word gets round.',
      'It only works if this is true: Buses run on Saturdays.',
      'How long we think it takes: About a year.',
    ]);
  });

  test('an outcome says whom it is for', () => {
    expect(outcomeText(sooner)).toBe(
      'We want this to happen: “Families get help sooner”. This is for parents who work.',
    );
  });

  test('whatever the theory: every text has words, ends in a sign, and holds each end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { maxLength: 25 }), (seeds) => {
        const grown = seeds.reduce((now, seed, at) => {
          const applied = applyAll(now, [operationOn(now, seed, `n${at}`)]);
          return 'theory' in applied ? applied.theory : now;
        }, theory);
        const labels = new Map(
          grown.boxes.map((box) => [box.id, box.label.trim().replace(/\.$/, '')]),
        );
        for (const { text, type, about } of askedOf(grown, [])) {
          expect(text).toMatch(/^We (think that|want this to happen: ).*[.?!…]$/u);
          const link = grown.links.find(({ id }) => id === about.id);
          const ends = type === 'link' ? [link?.source, link?.target] : [about.id];
          for (const id of ends) expect(text).toContain(labels.get(id ?? '') ?? 'no such box');
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a part of the theory', () => {
  test('an outcome with everything that leads to it, what that answers and what it assumes', () => {
    const part = partOf(theory, ['sooner']);
    expect(part.boxes.map(({ id }) => id).sort()).toEqual([
      'buses',
      'come',
      'need',
      'open',
      'sooner',
    ]);
    expect(part.links.map(({ id }) => id)).not.toContain('sooner>ready');
  });

  test('a loop ends, and an outcome that is gone gives nothing', () => {
    const loop = { ...theory, links: [...theory.links, linkOf('ready', 'come')] };
    expect(partOf(loop, ['ready']).boxes).toHaveLength(6);
    expect(partOf(theory, ['none']).boxes).toEqual([]);
  });

  test('the walk goes from the need to what changes, each outcome before what leads to it', () => {
    const order = stopsOf(theory).map((stop) => ('box' in stop ? stop.box.id : stop.link.id));
    expect(order).toEqual([
      'open>need',
      'open>come',
      'sooner',
      'come>sooner',
      'ready',
      'sooner>ready',
    ]);
  });

  test('an outcome that nothing leads to is asked about too', () => {
    const alone = boxOf('impact', 'alone');
    expect(stopsOf({ ...theory, boxes: [...theory.boxes, alone] }).at(-1)).toEqual({ box: alone });
  });
});

describe('since it was asked', () => {
  const about = askedOf(theory, []).find((one) => one.about.id === 'come>sooner')!.about;
  const relabelled = (id: string, label: string): Box[] =>
    theory.boxes.map((box) => (box.id === id ? { ...box, label } : box));

  test('the same, changed at an end, changed in what has to hold, or gone', () => {
    expect(changedSince(about, theory)).toEqual({ is: 'same' });
    expect(changedSince(about, { ...theory, boxes: relabelled('come', 'Fathers come') })).toEqual({
      is: 'changed',
      what: [{ name: 'Where it starts', then: 'Parents who work come. ', now: 'Fathers come' }],
    });
    const without = theory.links.filter(({ id }) => id !== 'buses>come');
    expect(changedSince(about, { ...theory, links: without })).toMatchObject({
      what: [{ name: 'What has to hold', now: '' }],
    });
    expect(changedSince(about, theoryOf([]))).toEqual({ is: 'gone' });
  });
});

describe('how members stand', () => {
  const items = ['united', 'doubted', 'divided', 'few'].map((id) => ({ id, text: id }));
  const cast = (statementId: string, vote: string, times: number) =>
    Array.from({ length: times }, () => ({ statementId, vote }));
  const votes = [
    ...cast('united', 'agree', 10),
    ...cast('united', 'disagree', 0),
    ...cast('doubted', 'disagree', 11),
    ...cast('divided', 'agree', 6),
    ...cast('divided', 'disagree', 6),
    ...cast('few', 'agree', 2),
  ];

  test('for somebody who reads closely', () => {
    expect(agreements(items, votes, true).map(({ agreement }) => agreement)).toEqual(
      items.map(({ id }) => id),
    );
  });

  test('a count that is hidden takes its agreement with it', () => {
    for (const { agreement, counts } of agreements(items, votes, false)) {
      if (Object.values(counts).some((count) => typeof count !== 'number')) {
        expect(agreement).toBe('few');
      }
    }
  });

  test('the picture has a number, a sign and dashes at each link that was asked', () => {
    const asked = [
      { number: 1, about: { kind: 'link', id: 'come>sooner' }, agreement: 'doubted' as const },
      { number: 2, about: { kind: 'box', id: 'ready' }, agreement: 'united' as const },
    ];
    const svg = theorySvg(theory, { marks: marksOf(asked) });
    expect(svg).toContain('>1 ✕</text>');
    expect(svg).toContain('>2 ✓</text>');
    expect(svg).toMatch(/stroke="#b10e1e" stroke-width="3.5" stroke-dasharray="3 4"/);
    expect(svg.match(/<circle|<rect class="mark"/g)?.length ?? 0).toBeGreaterThanOrEqual(2);
    expect(svg).not.toMatch(/NaN|undefined/);
  });
});

describe('what members doubt', () => {
  const row = (statementId: string, vote: string | null, change: object = {}) => ({
    ...{ consultationId: 'c', title: 'A walk', status: 'closed', closesOn: '2026-05-01' },
    ...{ statementId, text: statementId, about: { kind: 'link', id: 'l' }, vote, ...change },
  });
  const twelve = (id: string, vote: string, change: object = {}) =>
    Array.from({ length: 12 }, () => row(id, vote, change));

  test('the last walk that has closed counts, and small numbers say nothing', () => {
    expect(doubtsOf(twelve('s', 'disagree'), '2026-06-01')).toMatchObject([
      { about: { id: 'l' }, agreement: 'doubted', text: 's' },
    ]);
    expect(doubtsOf(twelve('s', 'disagree').slice(0, 3), '2026-06-01')).toEqual([]);
    const later = twelve('t', 'agree', { consultationId: 'd' });
    expect(doubtsOf([...twelve('s', 'disagree'), ...later], '2026-06-01')).toEqual([]);
    const open = twelve('t', 'agree', { status: 'open', closesOn: '2026-06-30' });
    expect(doubtsOf([...twelve('s', 'disagree'), ...open], '2026-06-01')).toHaveLength(1);
    expect(doubtsOf([row('s', null)], '2026-06-01')).toEqual([]);
  });
});

test('hints name the plainer word and the sentence that is too long', () => {
  const list = [{ words: 'stakeholders', instead: 'say who' }];
  expect(plainHints('Tell the stakeholders.', list)).toEqual(['“stakeholders”: better say who']);
  expect(plainHints(`We ${'do '.repeat(30)}it.`, list)).toEqual([
    'A sentence of 32 words: make two of it, or shorten it',
  ]);
});
