import type { More, Piece } from '#app/theory/graph.ts';
import type { DemoNeeds } from './needs.ts';
import type { DemoBox } from './theory-words.ts';

// What the fictional borough knows for and against its theory. The research is real and named; what
// the borough saw itself is made up, as the borough is.

interface DemoEvidence {
  /** A box, or a link as the two boxes that it joins. */
  on: DemoBox | readonly [DemoBox, DemoBox];
  need?: keyof DemoNeeds['needs'];
  more: More;
}

const EVIDENCE: readonly DemoEvidence[] = [
  {
    on: ['homeTalk', 'ready'],
    more: {
      what: 'What parents do with children at home weighs more for how they do at school than parents’ own schooling or income.',
      direction: 'for',
      strength: 'strong',
      basis: 'research',
      source: 'Effective Provision of Pre-School Education (EPPE), final report',
      year: '2004',
    },
  },
  {
    on: ['forUs', 'earlier'],
    more: {
      what: 'Children who lived near an early Sure Start centre, one door for many services, did better at sixteen.',
      direction: 'for',
      strength: 'strong',
      basis: 'research',
      source: 'Institute for Fiscal Studies, Sure Start and educational outcomes',
      year: '2024',
    },
  },
  {
    on: ['forUs', 'earlier'],
    more: {
      what: 'Later centres, opened with less money for each child, showed no such effect.',
      direction: 'against',
      strength: 'moderate',
      basis: 'research',
      source: 'Institute for Fiscal Studies, Sure Start and educational outcomes',
      year: '2024',
    },
  },
  {
    on: ['openLater', 'sessions'],
    more: {
      what: 'Six trial evenings in Brookside were full after the third.',
      direction: 'for',
      strength: 'weak',
      basis: 'practice',
      source: 'Notes of the hub manager',
      year: '2025',
    },
  },
  {
    on: ['sessions', 'forUs'],
    need: 'hours',
    more: { direction: 'for', strength: 'moderate', basis: 'families', what: '' },
  },
  {
    on: 'evenings',
    more: {
      what: 'Of the families at the trial evenings four in five also came by day.',
      direction: 'against',
      strength: 'weak',
      basis: 'data',
      source: 'Attendance of the trial evenings',
      year: '2025',
    },
  },
  {
    on: 'evenings',
    need: 'fathers',
    more: { direction: 'for', strength: 'moderate', basis: 'families', what: '' },
  },
  {
    on: 'outreach',
    need: 'transport',
    more: { direction: 'for', strength: 'moderate', basis: 'families', what: '' },
  },
];

/** The evidence as pieces, about boxes by their names here and links by the ids that they are given. */
export function demoEvidence(
  { needs }: Pick<DemoNeeds, 'needs'>,
  linkId: (source: DemoBox, target: DemoBox) => string,
): Piece[] {
  return EVIDENCE.map(({ on, need, more: said }, at) => {
    const { what = '', ...more } = said;
    return {
      id: `evidence-${at}`,
      kind: 'evidence',
      on: typeof on === 'string' ? on : linkId(on[0], on[1]),
      more: {
        ...more,
        ...(what === '' ? {} : { what }),
        ...(need === undefined ? {} : { thread: `need:${needs[need]}` }),
      },
    };
  });
}

/** What is said of the whole theory. */
export const DEMO_ABOUT: More = {
  ceiling: 'longTermOutcome',
  afterwards:
    'The fathers’ group and the panel go on by themselves, with a room in each hub. Evening opening needs £90,000 a year, which the board looks for from 2028.',
  unintended:
    'Families who are doing well already may fill the evenings. Hubs count postcodes every month, so that this is seen.',
  reviewedOn: '2026-06-11',
  reviewedBy: 'Best Start board, with two members of the panel',
  nameIntermediateOutcome: 'Changes in the first two years',
  nameLongTermOutcome: 'Lasting changes',
};

/** How the lead answered one assumption in the stress test. */
export const DEMO_ANSWER = {
  verdict: 'doubt',
  verdictWhy:
    'The trial evenings were full, but most families who came also come by day. We do not know yet whether evenings reach anybody new.',
  verdictTodo: 'Ask every family at the door whether they could have come by day, for one quarter.',
} as const;
