import { STRANDS } from '#app/needs/registers/choices.ts';
import {
  equalityWords,
  labelOf,
  lagInWords,
  riskWords,
  stepsInWords,
} from '#app/plan/lines/line-in-words.ts';
import { COST_KIND_CHOICES } from '#app/plan/money/costs.ts';
import { STREAM_KIND_NAMES } from '#app/plan/money/cuts.ts';
import { poundsOrUnknown } from '#app/plan/money/money.ts';
import { PAYS_NAMES } from '#app/plan/money/stream-form.ts';
import { STANDING_NAMES, STATUS_NAMES } from '#app/plan/plan.ts';
import { sayShortDay } from '#app/ui/words.ts';
import type { PlanData } from './frozen.ts';

/** One thing that is different now. */
export interface Change {
  what: 'added' | 'changed' | 'removed';
  /** Such as “Plan line: Open two hubs”. */
  about: string;
  before: string;
  now: string;
}

/** What the data has said from the first; the rest is not there in versions that were kept long ago. */
type Since<Whole, First extends keyof Whole> = Pick<Whole, First> & Partial<Whole>;

type Line = Since<
  PlanData['lines'][number],
  | 'id'
  | 'title'
  | 'status'
  | 'owner'
  | 'startsOn'
  | 'endsOn'
  | 'milestone'
  | 'costPence'
  | 'delivers'
> &
  Pick<PlanData['lines'][number], 'streamId' | 'requirements'>;
type Stream = Since<
  PlanData['streams'][number],
  'id' | 'name' | 'amountPence' | 'endsOn' | 'ringFence'
>;
type Money = Since<
  PlanData['money'],
  'amountPence' | 'promisedPence' | 'costsNotKnown' | 'leftPence'
>;
type Cost = PlanData['money']['costs'][number];

/** What is compared of a plan: of now, or of a version that knew less than is known now. */
export interface PlanOnceOrNow {
  lines: readonly Line[];
  streams: readonly Stream[];
  money: Money;
  coverage: PlanData['coverage'];
}

/** A field that one of the two does not know is not compared. */
type Fields = Record<string, string | undefined>;

/** What changed in a plan between two moments: line by line, cost by cost, stream by stream. */
export function changesBetween(before: PlanOnceOrNow, now: PlanOnceOrNow): Change[] {
  const both = [before, now];
  const streams = namesOf(both.flatMap((plan) => plan.streams.map(({ id, name }) => [id, name])));
  const titles = namesOf(both.flatMap((plan) => plan.lines.map(({ id, title }) => [id, title])));
  const withSteps = both.every((plan) => plan.lines.every(({ steps }) => steps !== undefined));
  return [
    ...changesIn(
      'Plan line',
      before.lines,
      now.lines,
      ({ title }) => title,
      (line) => lineFields(line, streams, titles, withSteps),
    ),
    ...costChanges(before.money, now.money, streams, titles),
    ...changesIn(
      'Funding stream',
      before.streams,
      now.streams,
      ({ name }) => name,
      (stream) => streamFields(stream),
    ),
    ...changesIn(
      'Money',
      [{ id: 'all', money: before.money }],
      [{ id: 'all', money: now.money }],
      () => 'The whole plan',
      ({ money }) => ({
        'Streams hold': poundsOrUnknown(money.amountPence),
        'Known costs': poundsOrUnknown(money.promisedPence),
        'Costs not known': String(money.costsNotKnown),
        Left: poundsOrUnknown(money.leftPence),
      }),
    ),
    ...changesIn(
      'Coverage',
      before.coverage,
      now.coverage,
      ({ pack }) => pack,
      ({ totals }) => ({
        Covered: `${totals.covered} of ${totals.toCover}, ${totals.partly} in part`,
      }),
    ),
  ];
}

type Names = ReadonlyMap<string | null, string>;
const namesOf = (pairs: readonly (readonly [string | null, string])[]): Names => new Map(pairs);

function lineFields(line: Line, streams: Names, titles: Names, withSteps: boolean): Fields {
  const { steps, waitsFor, equalityEffect, risk, progress } = line;
  return {
    Title: line.title,
    Objective: line.objective,
    Strand: line.strand === undefined ? undefined : labelOf(STRANDS, line.strand),
    Status: STATUS_NAMES[line.status],
    Owner: line.owner,
    Partners: line.partners,
    Starts: sayShortDay(line.startsOn),
    Ends: sayShortDay(line.endsOn),
    ...(withSteps
      ? { Steps: steps === undefined ? undefined : stepsInWords(steps) }
      : { Milestone: line.milestone }),
    'Waits for': waitsFor
      ?.map(({ lineId, lagDays }) => `${titles.get(lineId) ?? 'Gone'}${lagInWords(lagDays)}`)
      .sort()
      .join('; '),
    'How it is known': line.successCriteria,
    'Who is told': line.communications,
    Equality: equalityEffect === undefined ? undefined : equalityWords(equalityEffect),
    Risk: risk === undefined ? undefined : riskWords(risk),
    Standing: progress === undefined ? undefined : standingWords(progress),
    Cost: poundsOrUnknown(line.costPence),
    'Paid from': streams.get(line.streamId) ?? 'None',
    Delivers: [...line.delivers].sort().join('; '),
    Requirements: [...line.requirements].sort().join(', '),
  };
}

function standingWords(progress: NonNullable<Line['progress']> | null): string {
  if (progress === null) return '';
  const said = `${STANDING_NAMES[progress.standing]} on ${sayShortDay(progress.on)}`;
  return progress.note === '' ? said : `${said}: ${progress.note}`;
}

/** Estimates are left out: each is the cost of its line, and said there. */
function costChanges(before: Money, now: Money, streams: Names, titles: Names): Change[] {
  if (before.costs === undefined || now.costs === undefined) return [];
  const typed = (costs: readonly Cost[]) => costs.filter(({ estimate }) => !estimate);
  const whose = (lineId: string | null) =>
    lineId === null ? 'The whole programme' : (titles.get(lineId) ?? 'Gone');
  return changesIn(
    'Cost',
    typed(before.costs),
    typed(now.costs),
    ({ what, lineId }) => `${what} (${whose(lineId)})`,
    (cost) => ({
      'What is paid for': cost.what,
      'Plan line': whose(cost.lineId),
      Cost: poundsOrUnknown(cost.amountPence),
      'Financial year': cost.year,
      'Paid from': streams.get(cost.streamId) ?? 'None',
      Kind: labelOf(COST_KIND_CHOICES, cost.kind),
      Strand: labelOf(STRANDS, cost.strand),
      'Revenue or capital': cost.capital ? 'Capital' : 'Revenue',
    }),
  );
}

function streamFields(stream: Stream): Fields {
  const { kind, pays, startsOn, ringStrands, ringKinds, years } = stream;
  return {
    Name: stream.name,
    Source: kind ? STREAM_KIND_NAMES[kind] : undefined,
    Holds: poundsOrUnknown(stream.amountPence),
    'Of each year': years
      ?.map(({ year, amountPence }) => `${year} ${poundsOrUnknown(amountPence)}`)
      .join('; '),
    'Pays from': startsOn === undefined ? undefined : sayShortDay(startsOn),
    'Pays until': sayShortDay(stream.endsOn),
    'Revenue or capital': pays ? PAYS_NAMES[pays] : undefined,
    'May be spent on': stream.ringFence,
    'Strands it may pay for': ringStrands?.map((one) => labelOf(STRANDS, one)).join('; '),
    'Costs it may pay for': ringKinds?.map((one) => labelOf(COST_KIND_CHOICES, one)).join('; '),
    Conditions: stream.conditions,
  };
}

function changesIn<T extends { id?: string | null; pack?: string }>(
  kind: string,
  before: readonly T[],
  now: readonly T[],
  titleOf: (one: T) => string,
  fieldsOf: (one: T) => Fields,
): Change[] {
  const keyOf = (one: T) => one.id ?? one.pack ?? '';
  const [was, is] = [
    new Map(before.map((one) => [keyOf(one), one])),
    new Map(now.map((one) => [keyOf(one), one])),
  ];
  const about = (one: T) => `${kind}: ${titleOf(one)}`;
  return [
    ...now.flatMap((one): Change[] => {
      const old = was.get(keyOf(one));
      if (!old)
        return [{ what: 'added', about: about(one), before: '', now: inWords(fieldsOf(one)) }];
      const [then, here] = [fieldsOf(old), fieldsOf(one)];
      const different = Object.keys(here).filter(
        (field) =>
          then[field] !== undefined && here[field] !== undefined && then[field] !== here[field],
      );
      if (different.length === 0) return [];
      const only = (fields: Fields) =>
        inWords(Object.fromEntries(different.map((field) => [field, fields[field]])));
      return [{ what: 'changed', about: about(old), before: only(then), now: only(here) }];
    }),
    ...before
      .filter((one) => !is.has(keyOf(one)))
      .map((one): Change => ({
        what: 'removed',
        about: about(one),
        before: inWords(fieldsOf(one)),
        now: '',
      })),
  ];
}

const inWords = (fields: Fields) =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([field, value]) => `${field}: ${value}`)
    .join('\n');
