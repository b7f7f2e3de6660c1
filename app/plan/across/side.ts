import { BOX_TYPES, isOutcomeType, TYPE_WORDS, type Box, type Theory } from '#app/theory/graph.ts';
import { measuresIn, shownBaseline } from '#app/theory/measures/measure.ts';
import { readDay } from '#app/theory/measures/periods.ts';
import { sayShortDay } from '#app/ui/words.ts';
import { outcomesReached } from '../plan.ts';
import type { Worded } from './likeness.ts';

/** One of the two that are held against one another: a theory and a plan, as things with facts. */

export const ITEM_KINDS = [
  'outcome',
  'measure',
  'activity',
  'assumption',
  'line',
  'requirement',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const ITEM_NAMES: Readonly<Record<ItemKind, string>> = {
  outcome: 'Outcomes',
  measure: 'Measures',
  activity: 'Activities',
  assumption: 'What has to hold',
  line: 'Plan lines',
  requirement: 'Requirements covered',
};

export interface Item extends Worded {
  kind: ItemKind;
  /** What may differ though it is the same thing, by what it is called. */
  facts: Readonly<Record<string, string>>;
}

/** The part of a plan that is compared; days are YYYY-MM-DD. */
export interface LinesToCompare {
  id: string;
  title: string;
  towards: readonly string[];
  startsOn: string | null;
  endsOn: string | null;
  steps: readonly { title: string }[];
  requirements: readonly string[];
}

/**
 * Everything that can be compared of a theory and a plan; either may be missing.
 *
 * @param titleOf what a requirement says, by `packId:requirementId`
 */
export function itemsOf(
  theory: Theory | null,
  lines: readonly LinesToCompare[],
  titleOf: (key: string) => string | undefined = () => undefined,
): Item[] {
  return [
    ...(theory === null
      ? []
      : [...outcomes(theory), ...measures(theory), ...activities(theory), ...assumptions(theory)]),
    ...lines.map(lineItem),
    ...requirements(lines, titleOf),
  ];
}

/** By which measures are the same: one of the library, or one of the shared list. */
function keysOfMeasure({ library, shared }: { library: string; shared: string }): string[] {
  return [
    ...(library === '' ? [] : [`library:${library}`]),
    ...(shared === '' || shared === 'local' ? [] : [`library:${shared}`]),
  ];
}

function outcomes(theory: Theory): Item[] {
  const all = measuresIn(theory);
  return boxesOf(theory, ({ type }) => isOutcomeType(type)).map((box) => {
    const mine = all.filter(({ on }) => on === box.id);
    return {
      kind: 'outcome',
      id: box.id,
      words: box.label,
      keys: mine.flatMap(keysOfMeasure),
      facts: {
        // By what everybody calls it: own names of tiers are no difference.
        Tier: TYPE_WORDS[box.type].one,
        'Who it is for': box.more['benefits'] ?? '',
        'Measured by': mine.map(({ label }) => label).join('; '),
      },
    };
  });
}

function measures(theory: Theory): Item[] {
  const labels = new Map(theory.boxes.map(({ id, label }) => [id, label]));
  return measuresIn(theory).map((measure) => ({
    kind: 'measure',
    id: measure.id,
    words: measure.label,
    keys: keysOfMeasure(measure),
    facts: {
      'Of which outcome': labels.get(measure.on ?? '') ?? '',
      Unit: measure.unit,
      Baseline: withDay(shownBaseline(measure), measure.baselineOn),
      Target: withDay(measure.target, measure.targetOn),
      'How often': measure.frequency,
    },
  }));
}

function withDay(figure: string, day: string): string {
  if (figure === '' || day === '') return figure;
  const read = readDay(day);
  return `${figure} (${read === null ? day : sayShortDay(read)})`;
}

function activities(theory: Theory): Item[] {
  const reached = outcomesReached(theory);
  return boxesOf(theory, ({ type }) => type === 'activity').map((box) => ({
    kind: 'activity',
    id: box.id,
    words: box.label,
    keys: [],
    facts: {
      'Who it is for': box.more['benefits'] ?? '',
      'Leads first to': reached(box.id)
        .map(({ label, type }) => `${label} (${TYPE_WORDS[type].one.toLowerCase()})`)
        .join('; '),
    },
  }));
}

/** Boxes that say what has to hold, and links that say what has to hold for them. */
function assumptions(theory: Theory): Item[] {
  const labels = new Map(theory.boxes.map(({ id, label }) => [id, label]));
  const boxes = boxesOf(theory, ({ type }) => type === 'assumption').map((box): Item => {
    const holds = theory.links.filter(
      ({ kind, source, target }) => kind === 'assumes' && (source === box.id || target === box.id),
    );
    return {
      kind: 'assumption',
      id: box.id,
      words: box.label,
      keys: [],
      facts: {
        'Holds for': holds
          .map(({ source, target }) => labels.get(source === box.id ? target : source) ?? '')
          .join('; '),
        'The theory fails without it': box.more['critical'] === 'yes' ? 'Yes' : 'No',
      },
    };
  });
  const onLinks = theory.links.flatMap((link): Item[] => {
    const words = (link.more['assumes'] ?? '').trim();
    if (words === '') return [];
    const step = `${labels.get(link.source) ?? ''} → ${labels.get(link.target) ?? ''}`;
    return [{ kind: 'assumption', id: link.id, words, keys: [], facts: { 'Holds for': step } }];
  });
  return [...boxes, ...onLinks];
}

function lineItem(line: LinesToCompare): Item {
  return {
    kind: 'line',
    id: line.id,
    words: line.title,
    keys: [],
    facts: {
      Towards: line.towards.join('; '),
      Starts: line.startsOn === null ? '' : sayShortDay(line.startsOn),
      Ends: line.endsOn === null ? '' : sayShortDay(line.endsOn),
      Steps: line.steps.map(({ title }) => title).join('; '),
    },
  };
}

/** A requirement is the same where its id in the pack is. */
function requirements(
  lines: readonly LinesToCompare[],
  titleOf: (key: string) => string | undefined,
): Item[] {
  const keys = [...new Set(lines.flatMap((line) => line.requirements))].sort();
  return keys.map((key) => ({
    kind: 'requirement',
    id: key,
    words: titleOf(key) ?? key,
    keys: [key],
    facts: {
      'Covered by': lines
        .filter((line) => line.requirements.includes(key))
        .map(({ title }) => title)
        .join('; '),
    },
  }));
}

function boxesOf(theory: Theory, wanted: (box: Box) => boolean): Box[] {
  return theory.boxes
    .filter(wanted)
    .sort(
      (a, b) =>
        BOX_TYPES.indexOf(a.type) - BOX_TYPES.indexOf(b.type) ||
        a.position - b.position ||
        (a.id < b.id ? -1 : 1),
    );
}
