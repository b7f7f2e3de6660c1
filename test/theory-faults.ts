import type { RuleId } from '#app/theory/checks/finding.ts';
import type { Surroundings } from '#app/theory/checks/surroundings.ts';
import type { Theory } from '#app/theory/graph.ts';
import { boxOf, linkOf } from './some-theories.ts';
import {
  changeOf,
  evidenceOn,
  knowing,
  lineOf,
  measureOn,
  plus,
  saying,
  soundSurroundings,
  soundTheory,
  telling,
  whole,
  withLinks,
  without,
  withPieces,
} from './sound-theory.ts';

// One fault a rule: each in a theory, or in what stands around it, that is otherwise sound.

const clean = soundTheory();
const round = soundSurroundings();

const lines = (...changed: Surroundings['lines']): Surroundings => {
  const ids = new Set(changed.map(({ id }) => id));
  return { ...round, lines: [...round.lines.filter(({ id }) => !ids.has(id)), ...changed] };
};

const evening = (change: Partial<Surroundings['needs'][number]>): Surroundings => ({
  ...round,
  needs: round.needs.map((need) => (need.id === 'n-evenings' ? { ...need, ...change } : need)),
});

const factors = Array.from({ length: 8 }, (_, index) => `factor ${'abcdefgh'[index]}`);
const inputs = Array.from({ length: 30 }, (_, index) => `input ${index}`);

export interface Fault {
  theory?: Theory;
  around?: Surroundings;
  /** What the finding must point at. */
  about: string;
}

/** One fault a rule, and what the finding must point at. */
export const FAULTS: Readonly<Record<RuleId, Fault>> = {
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
  'TOC-N02': {
    theory: plus(
      [boxOf('activity', 'posters', { label: 'Hang up posters', more: { lead: 'Library' } })],
      [['posters', 'texts']],
    ),
    around: lines(lineOf('posters', { costPence: 0 })),
    about: 'posters',
  },
  'TOC-N03': { around: evening({ evidence: [] }), about: 'evenings' },
  'TOC-N04': {
    around: {
      ...round,
      themes: round.themes.flatMap((theme) => [
        theme,
        { ...theme, id: 'parking', name: 'Parking', needIds: [] },
      ]),
    },
    about: 'parking',
  },
  'TOC-N05': {
    around: { ...round, groups: [{ name: 'Fathers', heard: '[c]', surveyId: 'survey' }] },
    about: 'Fathers',
  },
  'TOC-N06': {
    around: evening({ evidence: round.needs[0]?.evidence.slice(1) ?? [] }),
    about: 'evenings',
  },
  'TOC-N07': {
    around: lines(
      lineOf('open', { status: 'planned', endsOn: '2026-10-31' }),
      lineOf('invite', { costPence: 2_000_000, status: 'planned', endsOn: '2026-10-31' }),
    ),
    about: 'hours',
  },
  'TOC-N08': {
    around: evening({
      evidence: round.needs[0]?.evidence.map((one) => ({ ...one, stale: true })) ?? [],
    }),
    about: 'evenings',
  },
  'TOC-N09': {
    around: {
      ...round,
      doubts: [{ on: 'come', agreement: 'doubted', consultationId: 'walk', title: 'A walk' }],
    },
    about: 'come',
  },
  'TOC-A04': { theory: withPieces(evidenceOn('staff', { direction: 'against' })), about: 'staff' },
  'TOC-C02': {
    theory: telling(
      'invite>sooner',
      { mechanism: 'Fathers ring the clinic' },
      plus([], [['invite', 'sooner']]),
    ),
    around: lines(lineOf('invite', { costPence: 50_000 })),
    about: 'invite',
  },
  'TOC-C03': { theory: whole({ ceiling: '' }), about: '' },
  'TOC-C06': { theory: telling('come>confident', { confidence: 'high' }), about: 'come>confident' },
  'TOC-C07': {
    theory: withLinks((all) =>
      all.map((link) => ({ ...link, more: { ...link.more, confidence: 'low' } })),
    ),
    about: 'ready',
  },
  'TOC-M01': {
    theory: { ...clean, pieces: clean.pieces.filter(({ on }) => on !== 'come') },
    about: 'come',
  },
  'TOC-M02': {
    theory: withPieces(measureOn('come', { counts: 'delivery' })),
    about: 'measure of come',
  },
  'TOC-M03': { theory: withPieces(measureOn('come', { target: '' })), about: 'measure of come' },
  'TOC-M04': { theory: withPieces(measureOn(null)), about: 'measure of nothing' },
  'TOC-M05': {
    theory: withPieces(measureOn('spotted', { targetOn: '2031-06-30' })),
    about: 'spotted',
  },
  'TOC-M06': { theory: knowing('come', { benefits: 'Fathers' }), about: 'measure of come' },
  'TOC-M07': {
    theory: withPieces(...['a', 'b', 'c'].map((id) => ({ ...measureOn('come'), id }))),
    about: 'come',
  },
  'TOC-M08': { theory: withPieces(measureOn('speaking', { shared: '' })), about: 'speaking' },
  'TOC-P01': { around: lines(lineOf('open'), lineOf('gone')), about: 'line of gone' },
  'TOC-P02': {
    around: { ...round, lines: round.lines.filter(({ id }) => id !== 'line of invite') },
    about: 'invite',
  },
  'TOC-P03': { around: lines(lineOf('open', { owner: ' ' })), about: 'line of open' },
  'TOC-P04': { theory: plus([], [['train', 'open']]), about: 'train>open' },
  'TOC-P05': {
    around: { ...round, packs: [{ id: 'pack', title: 'Guidance', missing: ['Run a hub'] }] },
    about: 'pack',
  },
  'TOC-P06': {
    around: {
      ...evening({ priority: 'low' }),
      lines: lines(lineOf('open', { costPence: 6_000_000 })).lines,
    },
    about: 'evenings',
  },
  'TOC-P07': {
    around: lines(lineOf('open', { changedIds: ['open'] })),
    about: 'line of open open',
  },
  'TOC-L01': { theory: whole({ reviewedOn: '2025-06-01' }), about: '' },
  'TOC-L02': { around: { ...round, editors: 1, heard: false }, about: '' },
  'TOC-L03': { theory: whole({ unintended: '' }), about: '' },
  'TOC-L04': { theory: whole({ afterwards: '' }), about: '' },
};
