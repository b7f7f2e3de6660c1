import type { LineReason } from './gaps.ts';
import { allBehind } from './gaps.ts';
import type { PlanLine } from '#app/plan/plan.ts';
import { THREAD_KINDS, type ThreadEnd, type ThreadKind } from '#app/thread/kinds.ts';
import { sayStale, sayWho } from '#app/thread/sentences.ts';
import { endKey, indexOf, tracedHop, type Hop, type Thing } from '#app/thread/trace.ts';

/** The golden thread of a whole plan, for printing: every step once, and which of them each line has. */
export interface PlanThread {
  steps: ThreadStep[];
  lines: LineThread[];
}

export interface ThreadStep {
  /** From 1 on, in the order of the line. */
  number: number;
  from: ThreadEnd;
  to: ThreadEnd;
  sentence: string;
  /** Why, in the words of whoever tied them; may be empty. */
  note: string;
  /** Who tied them and when, in words; empty where it is not recorded. */
  who: string;
  by: string;
  at: Date | null;
  /** What no longer holds about it; empty while it holds. */
  stale: string;
}

export interface LineThread {
  lineId: string;
  title: string;
  /** Themes, each with how many people stand behind it, small numbers hidden. */
  themes: string[];
  needs: string[];
  /** Why it is in the plan without a need; empty where one stands behind it or nobody said. */
  because: string;
  /** The activities of the theory that it delivers, and the outcomes that those lead to first. */
  theory: string[];
  /** Measures with what they promise and their newest figure. */
  measures: string[];
  /** Codes of the requirements that it helps to cover. */
  requirements: string[];
  /** Numbers of its steps. */
  steps: number[];
  /** How many of them no longer hold. */
  stale: number;
}

/** What the steps of a plan were gathered as, and what is counted or said beside them. */
export interface ThreadParts {
  lines: readonly Pick<PlanLine, 'id' | 'title'>[];
  hops: readonly Hop[];
  things: readonly Thing[];
  reasons: readonly LineReason[];
  /** How many people stand behind a theme, in words; undefined where nobody was counted. */
  voices: (themeId: string) => string | undefined;
  /** The outcomes that a line works towards first, by their labels. */
  outcomesOf: (lineId: string) => readonly string[];
}

/** Numbers the steps and lays them out line by line. */
export function planThread(parts: ThreadParts): PlanThread {
  const { lines, hops, things, reasons, voices, outcomesOf } = parts;
  const known = new Map(things.map((thing) => [endKey(thing.end), thing]));
  const steps = hops
    .map((hop) => ({ hop, traced: tracedHop(hop, known) }))
    .toSorted((a, b) => inOrder(a.hop, b.hop) || byWords(a.traced.sentence, b.traced.sentence))
    .map(({ hop, traced }, at) => ({ hop, step: stepOf(at + 1, traced, known) }));
  const index = indexOf(hops);
  const because = new Map(reasons.map((reason) => [reason.lineId, reason]));
  return {
    steps: steps.map(({ step }) => step),
    lines: lines.map(({ id, title }) => {
      const behind = allBehind(index, { kind: 'plan-line', id });
      const own = steps.filter(({ hop: { from, to } }) =>
        from.kind === 'plan-line' ? from.id === id : behind.has(endKey(to)),
      );
      const ends = own.flatMap(({ hop }) => [hop.from, hop.to]);
      const named = (kind: ThreadKind) => thingsAmong(ends, kind, known);
      const reason = because.get(id);
      return {
        lineId: id,
        title,
        themes: named('theme').map(({ end, title }) => withVoices(title, voices(end.id))),
        needs: named('need').map((thing) => thing.title),
        because: reason === undefined ? '' : `${reason.because} (${reason.by})`,
        theory: [
          ...delivered(index.into({ kind: 'plan-line', id }), known),
          ...outcomesOf(id).map((label) => `Towards: ${label}`),
        ],
        measures: named('measure').map(sayMeasure),
        requirements: named('requirement').map(codeOf),
        steps: own.map(({ step }) => step.number),
        stale: own.filter(({ step }) => step.stale !== '').length,
      };
    }),
  };
}

function stepOf(
  number: number,
  traced: ReturnType<typeof tracedHop>,
  known: ReadonlyMap<string, Thing>,
): ThreadStep {
  const { from, to, note, by, at, stale } = traced;
  const says = stale === null ? '' : sayStale(stale);
  // Beside others, a requirement has to say which one it is.
  const sentence =
    to.kind === 'requirement'
      ? `“${known.get(endKey(from))?.title ?? ''}” helps to cover ${codeOf(known.get(endKey(to)))}.`
      : traced.sentence;
  return { number, from, to, sentence, note, who: sayWho(traced), by, at, stale: says };
}

const codeOf = (thing: Thing | undefined) => thing?.title.split(':')[0] ?? 'a requirement';

const rank = (kind: ThreadKind) => THREAD_KINDS.indexOf(kind);
const inOrder = (a: Hop, b: Hop) =>
  rank(a.to.kind) - rank(b.to.kind) || rank(a.from.kind) - rank(b.from.kind);
const byWords = (a: string, b: string) => a.localeCompare(b, 'en-GB', { numeric: true });

function thingsAmong(
  ends: readonly ThreadEnd[],
  kind: ThreadKind,
  known: ReadonlyMap<string, Thing>,
): Thing[] {
  const keys = new Set(ends.filter((end) => end.kind === kind).map(endKey));
  return [...keys]
    .flatMap((key) => known.get(key) ?? [])
    .toSorted((a, b) => byWords(a.title, b.title));
}

/** The boxes of the theory that a line delivers. */
function delivered(into: readonly Hop[], known: ReadonlyMap<string, Thing>): string[] {
  return into
    .filter(({ from, way }) => from.kind === 'box' && way === 'tied')
    .flatMap(({ from }) => known.get(endKey(from)) ?? [])
    .map(({ what, title }) => `${what}: ${title}`)
    .toSorted(byWords);
}

const withVoices = (title: string, voices: string | undefined) =>
  voices === undefined ? title : `${title} (${voices})`;

function sayMeasure({ title, says = title, newest }: Thing): string {
  if (newest === undefined || newest === null) return `${says}. No figure yet`;
  return `${says}. Newest: ${newest.words}`;
}

/** Numbers as people write them: `1–4, 9, 12`. */
export function sayNumbers(numbers: readonly number[]): string {
  const parts: string[] = [];
  const sorted = [...numbers].sort((a, b) => a - b);
  for (let at = 0; at < sorted.length;) {
    let end = at;
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end += 1;
    const [first, last] = [sorted[at] ?? 0, sorted[end] ?? 0];
    parts.push(first === last ? String(first) : `${first}–${last}`);
    at = end + 1;
  }
  return parts.join(', ');
}
