import { BOX_MORE, LINK_MORE, sayValue, type MoreField } from '../fields.ts';
import { BOX_TYPES, TYPE_WORDS, typeName, type PieceKind, type Theory } from '../graph.ts';
import { VERDICT_FIELD } from '../stress/assumptions.ts';
import { nameKey } from '../type-words.ts';

/** How a history speaks of the fields of a theory, and of what stands in them. */

const MAIN: Readonly<Record<string, string>> = {
  title: 'Title',
  type: 'Type',
  label: 'What it says',
  detail: 'More about it',
  reason: 'Why',
  on: 'What it is about',
};

/** Facts that stand in no form of boxes and links. */
const MORE: Readonly<Record<string, string>> = {
  part: 'Part',
  needId: 'Need of the register',
  takenFrom: 'Taken over from',
  ceiling: 'How far we account for what changes',
  afterwards: 'What stays when the money ends',
  reviewedOn: 'Last looked at',
  reviewedBy: 'Looked at by',
  unintended: 'Unintended effects that were thought of',
  verdictWhy: 'Why it holds or does not',
  verdictTodo: 'What we do about it',
  verdictOn: 'Answered in the stress test on',
  verdictBy: 'Answered in the stress test by',
};

const OF_PIECES: Readonly<Record<PieceKind, Readonly<Record<string, string>>>> = {
  evidence: {
    what: 'What it says',
    direction: 'For or against',
    strength: 'How strong it is',
    basis: 'Where it comes from',
    source: 'Source',
    year: 'Year',
    thread: 'What it is tied to',
  },
  measure: {
    label: 'What is measured',
    source: 'Source',
    unit: 'Unit',
    counts: 'What it counts',
    baseline: 'Where it stands',
    baselineOn: 'Where it stood, on',
    target: 'Where it should come to',
    targetOn: 'By when',
    frequency: 'How often it is read',
    breakdowns: 'Broken down by',
    shared: 'Shared outcome',
    library: 'From the library',
    owner: 'Who reads it',
  },
  part: { name: 'Name', kind: 'Kind', within: 'Part of' },
};

const FIELDS = new Map<string, MoreField>(
  [VERDICT_FIELD, ...LINK_MORE, ...BOX_TYPES.flatMap((type) => BOX_MORE[type])].map((field) => [
    field.key,
    field,
  ]),
);

/** What a field is called: `label`, `more.lead` … A name that is not known is taken apart into words. */
export function fieldName(field: string, kind?: PieceKind): string {
  if (!field.startsWith('more.')) return MAIN[field] ?? field;
  const key = field.slice('more.'.length);
  const ofPiece = kind === undefined ? undefined : OF_PIECES[kind][key];
  const known = ofPiece ?? MORE[key] ?? FIELDS.get(key)?.label;
  if (known !== undefined) return known;
  const type = BOX_TYPES.find((each) => nameKey(each) === key);
  if (type !== undefined) return `Own name for “${TYPE_WORDS[type].many}”`;
  const words = key.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value in words: a type or a tier by its name here, a tick as Yes, an id by what it stands for. */
export function fieldValue(theory: Theory, field: string, value: string): string {
  if (value === '') return '';
  if (field === 'type' || field === 'more.ceiling') {
    const type = BOX_TYPES.find((each) => each === value);
    return type === undefined ? value : typeName(theory, type).one;
  }
  if (field === 'more.part' || field === 'more.within') {
    return theory.pieces.find(({ id }) => id === value)?.more['name'] ?? 'a part that is gone';
  }
  if (field === 'on') {
    return theory.boxes.find(({ id }) => id === value)?.label ?? 'a link';
  }
  if (/^more\.(needId|thread|library|shared)$/.test(field)) return 'yes';
  const known = FIELDS.get(field.replace('more.', ''));
  return known === undefined ? value : sayValue(known, value);
}
