import { BOX_MORE, isOutcomeType, lastPosition, type Box, type Theory } from '#app/theory/graph.ts';
import { addingBox, addingLink, addingPiece, type Operation } from '#app/theory/operations.ts';
import { plainDay } from '../public/public-words.ts';
import type { PublicLine } from '../public/public-plan.ts';

/** What can be taken over from others, what is kept of where it came from, and what they changed since. */

/** Whose it was, and which edition of it. */
export interface Origin {
  owner: string;
  programme: string;
  fictional: boolean;
  isFile: boolean;
  of: 'theory' | 'plan';
  code: string;
  versionId: string;
  version: string;
  /** YYYY-MM-DD: when it was published, or brought in as a file. */
  publishedOn: string;
}

export type ThingKind = 'outcome' | 'assumption' | 'measure' | 'evidence' | 'line';

export const THING_NAMES: Readonly<Record<ThingKind, string>> = {
  outcome: 'Outcome',
  assumption: 'What has to hold',
  measure: 'Measure',
  evidence: 'Evidence',
  line: 'Plan line',
};

/** One thing of theirs, with the words that can be taken over. */
export interface Thing {
  kind: ThingKind;
  /** Its id there. */
  there: string;
  /** Its words by field, as they stand there. */
  words: Readonly<Record<string, string>>;
}

/** The same as it was taken over. */
export interface TakenThing extends Thing {
  /** Its id here. */
  here: string;
}

export const WORD_NAMES: Readonly<Record<string, string>> = {
  label: 'Wording',
  detail: 'More about it',
  benefits: 'Who it is for',
  source: 'Source',
  unit: 'Unit',
  frequency: 'How often',
  what: 'What it says',
  year: 'Year',
  title: 'What will be done',
  objective: 'Objective',
  successCriteria: 'How we will know',
  steps: 'Steps',
};

/** What a thing is called in a list. */
export const calledOf = ({ words }: Thing): string =>
  words['label'] ?? words['what'] ?? words['title'] ?? '';

const said = (more: Readonly<Record<string, string>>, keys: readonly string[]) =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = more[key] ?? '';
      return value === '' ? [] : [[key, value]];
    }),
  );

const MEASURE_WORDS = ['label', 'source', 'unit', 'frequency'];
/** What goes along unchanged, because it is no wording of theirs. */
const MEASURE_KEYS = ['counts', 'library', 'shared'];
const EVIDENCE_WORDS = ['what', 'source', 'year'];
const EVIDENCE_KEYS = ['direction', 'strength', 'basis'];

/**
 * An outcome with what hangs on it: its measures, what has to hold for it, and its evidence. Null where
 * there is no such box. Baselines and targets are theirs, and stay with them.
 */
export function outcomeFragment(theory: Theory, outcomeId: string): Thing[] | null {
  const outcome = theory.boxes.find(({ id }) => id === outcomeId);
  if (outcome === undefined) return null;
  const byId = new Map(theory.boxes.map((box) => [box.id, box]));
  const held = theory.links.flatMap((link): Thing[] => {
    if (link.source !== outcomeId && link.target !== outcomeId) return [];
    const other = byId.get(link.source === outcomeId ? link.target : link.source);
    if (other?.type === 'assumption') return [assumptionThing(other.id, other.label, other.detail)];
    const assumes = (link.more['assumes'] ?? '').trim();
    return assumes === '' || link.target !== outcomeId
      ? []
      : [assumptionThing(link.id, assumes, '')];
  });
  const pieces = theory.pieces.filter(({ on }) => on === outcomeId);
  const itself: Thing = {
    kind: 'outcome',
    there: outcome.id,
    words: {
      label: outcome.label,
      ...said({ detail: outcome.detail, ...outcome.more }, ['detail', 'benefits']),
    },
  };
  return [
    itself,
    ...pieces.flatMap(({ id, kind, more }): Thing[] =>
      kind === 'measure'
        ? [{ kind: 'measure', there: id, words: said(more, MEASURE_WORDS) }]
        : kind === 'evidence'
          ? [{ kind: 'evidence', there: id, words: said(more, EVIDENCE_WORDS) }]
          : [],
    ),
    ...held,
  ].filter((thing) => calledOf(thing) !== '');
}

const assumptionThing = (there: string, label: string, detail: string): Thing => ({
  kind: 'assumption',
  there,
  words: { label, ...said({ detail }, ['detail']) },
});

/** The shape of a plan line: what, what for and by which steps; nobody's name, day or money. */
export function lineFragment(line: PublicLine): Thing {
  return {
    kind: 'line',
    there: line.id,
    words: {
      title: line.title,
      ...said(
        {
          objective: line.objective,
          successCriteria: line.success,
          steps: line.steps.map(({ title }) => title).join('\n'),
        },
        ['objective', 'successCriteria', 'steps'],
      ),
    },
  };
}

/** Everything that could be taken of what is published now, by its id there. */
export function thingsNow(theory: Theory | null, lines: readonly PublicLine[]): Map<string, Thing> {
  const outcomes = (theory?.boxes ?? []).filter(({ type }) => isOutcomeType(type));
  const now = [
    ...(theory === null ? [] : outcomes.flatMap(({ id }) => outcomeFragment(theory, id) ?? [])),
    ...lines.map(lineFragment),
  ];
  return new Map(now.map((thing) => [thing.there, thing]));
}

/** What somebody wants of an outcome and where it goes. */
export interface Wanted {
  things: readonly Thing[];
  /** Our outcome under which it goes; null for a new one. */
  onto: Box | null;
  /** The tier of a new outcome. */
  type: Box['type'];
}

/**
 * The operations that take it over, and what was taken with its ids here. Each box and piece says where it
 * came from, so that the history, the exports and whoever takes it back know.
 *
 * @param theirs the theory that it is taken from
 * @param from where it came from, in words
 */
export function takingOver(
  theory: Theory,
  theirs: Theory,
  { things, onto, type }: Wanted,
  from: string,
  newId: () => string,
): { operations: Operation[]; taken: TakenThing[] } {
  const taken: TakenThing[] = [];
  const operations: Operation[] = [];
  const note = { takenFrom: from.slice(0, 1_000) };
  const outcome = things.find(({ kind }) => kind === 'outcome');
  const target = onto?.id ?? newId();
  if (onto === null && outcome !== undefined) {
    operations.push(addingBox(boxFrom(theory, outcome, { id: target, type, more: note })));
    taken.push({ ...outcome, here: target });
  }
  let position = lastPosition(theory, 'assumption');
  for (const thing of things) {
    const here = newId();
    if (thing.kind === 'assumption') {
      const box = boxFrom(theory, thing, { id: here, type: 'assumption', more: note });
      operations.push(
        addingBox({ ...box, position }),
        addingLink({ id: newId(), kind: 'assumes', source: here, target, reason: '', more: {} }),
      );
      position += 1;
    } else if (thing.kind === 'measure' || thing.kind === 'evidence') {
      const piece = theirs.pieces.find(({ id }) => id === thing.there);
      const keys = thing.kind === 'measure' ? MEASURE_KEYS : EVIDENCE_KEYS;
      const more = { ...thing.words, ...said(piece?.more ?? {}, keys), ...note };
      operations.push(addingPiece({ id: here, kind: thing.kind, on: target, more }));
    } else continue;
    taken.push({ ...thing, here });
  }
  return { operations, taken };
}

function boxFrom(
  theory: Theory,
  { words }: Thing,
  { id, type, more }: Pick<Box, 'id' | 'type' | 'more'>,
): Box {
  const keys = new Set(BOX_MORE[type].map(({ key }) => key));
  const facts = Object.entries(words).filter(([key]) => keys.has(key));
  return {
    id,
    type,
    label: words['label'] ?? '',
    detail: words['detail'] ?? '',
    more: { ...Object.fromEntries(facts), ...more },
    x: null,
    y: null,
    position: lastPosition(theory, type),
  };
}

/** `Northmere Council, theory of change, version “As approved”, published on 4 May 2026`. */
export function sayOrigin(origin: Origin): string {
  const { owner, fictional, isFile, of, version, publishedOn } = origin;
  const what = of === 'theory' ? 'theory of change' : 'delivery plan';
  const whose = fictional ? `${owner} (a fictional place)` : owner;
  return isFile
    ? `${whose}, ${what}, from the file “${version}”, brought in on ${plainDay(publishedOn)}`
    : `${whose}, ${what}, version “${version}”, published on ${plainDay(publishedOn)}`;
}

/** One change of words since something was taken over. */
export interface WordChange {
  thing: TakenThing;
  field: string;
  was: string;
  /** Null where the whole thing is gone there. */
  is: string | null;
}

/**
 * What they changed in the words of what was taken, thing by thing; empty when nothing. Steps of a line
 * are not told: they are ours as soon as they are here, with days and owners of ours.
 */
export function changedSince(
  taken: readonly TakenThing[],
  now: ReadonlyMap<string, Thing>,
): WordChange[] {
  return taken.flatMap((thing): WordChange[] => {
    const there = now.get(thing.there);
    if (there === undefined) return [{ thing, field: 'label', was: calledOf(thing), is: null }];
    const fields = [...new Set([...Object.keys(thing.words), ...Object.keys(there.words)])];
    return fields.flatMap((field) => {
      if (field === 'steps') return [];
      const [was, is] = [thing.words[field] ?? '', there.words[field] ?? ''];
      return was === is ? [] : [{ thing, field, was, is }];
    });
  });
}
