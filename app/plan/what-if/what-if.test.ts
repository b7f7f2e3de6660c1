import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanTheory, pieceOf } from '#test/some-theories.ts';
import { aLine, aStream, bsfh, key } from '#test/some-plans.ts';
import { marksOf } from './picture.ts';
import { stoppable, whatIf, type AroundIt } from './what-if.ts';

const required = bsfh().requirements.filter(({ kind }) => kind === 'minimum');
const [one = '', two = ''] = required.map(({ id }) => id);
const theory = {
  ...cleanTheory(),
  pieces: [
    pieceOf('m1', 'measure', 'spotted', { label: 'Delays noticed' }),
    pieceOf('m2', 'measure', 'come', { label: 'Visits' }),
    pieceOf('e1', 'evidence', 'spotted', { what: 'A trial' }),
  ],
};
const whole: AroundIt = {
  theory,
  lines: [
    aLine({ id: 'l1', activityIds: ['train'], costPence: 12_345, streamId: 's1', position: 2 }),
    aLine({ id: 'l2', activityIds: ['train'], costPence: null, position: 1 }),
    aLine({
      id: 'l3',
      activityIds: ['train', 'open'],
      costPence: 900,
      requirementKeys: [key(two)],
    }),
    aLine({ id: 'l4', activityIds: ['train'], status: 'done', costPence: 7 }),
    aLine({ id: 'l5', activityIds: ['train'], status: 'stopped', costPence: 11 }),
  ],
  streams: [aStream({ id: 's1', name: 'Grant' })],
  tagged: [{ id: 'train', label: 'Train', requirementKeys: [key(one)] }],
  judgements: [],
  packs: [bsfh()],
};

describe('what if an activity stops', () => {
  const answer = whatIf(whole, 'train')!;

  test('names what falls, what nobody measures for anything any more and what is not covered', () => {
    expect(answer.outcomes.map(({ id }) => id)).toEqual(['spotted', 'speaking', 'sooner']);
    expect(answer.measures).toEqual([{ id: 'm1', label: 'Delays noticed' }]);
    expect(answer.requirements.map(({ id, now }) => [id, now])).toEqual([[one, 'not']]);
  });

  test('lines that deliver something else go on; what is done is not money freed', () => {
    expect(answer.stopping.map(({ id }) => id)).toEqual(['l2', 'l4', 'l1']);
    expect(answer.sharing.map(({ line, also }) => [line.id, also[0]?.id])).toEqual([
      ['l3', 'open'],
    ]);
    expect(answer.freed).toEqual({ pence: 12_345, known: 1, unknown: 1 });
    expect(answer.freedByStream.map(({ stream, sum }) => [stream?.name, sum.pence])).toEqual([
      ['Grant', 12_345],
      [undefined, 0],
    ]);
  });

  test('the picture marks what stops, what falls and what is weaker, each in its own way', () => {
    const { boxes, links } = marksOf(theory, answer);
    const names = ['train', 'spotted', 'ready', 'open'].map((id) => boxes.get(id)?.words);
    expect(names).toEqual(['■', '✕', '↓', undefined]);
    expect([...links.keys()]).toContain('spotted>speaking');
    expect([...links.keys()]).not.toContain('open>sessions');
  });

  test('is asked of activities, and of nothing that is not there', () => {
    expect(stoppable(theory).map(({ id }) => id)).toEqual(['invite', 'open', 'train']);
    expect(whatIf(whole, 'gone')).toBeNull();
  });

  test('the freed money is exactly the sum over the streams', () => {
    const cost = fc.option(fc.integer({ min: 0, max: 100_000_000_000 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(cost, fc.constantFrom('s1', 's2', null))), (made) => {
        const lines = made.map(([costPence, streamId]) =>
          aLine({ activityIds: ['train'], costPence, streamId }),
        );
        const found = whatIf({ ...whole, lines }, 'train')!;
        const known = made.reduce((sum, [pence]) => sum + (pence ?? 0), 0);
        const added = found.freedByStream.reduce((sum, each) => sum + each.sum.pence, 0);
        expect([found.freed.pence, added]).toEqual([known, known]);
      }),
    );
  });
});
