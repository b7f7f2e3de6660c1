import { z } from 'zod';
import { typedOf, type Problem, type Typed } from '#app/http/problems.ts';
import { editsOf, SettleForm } from '../box-form.ts';
import { BOX_MORE, BOX_TYPES, lastPosition, LIMITS, LINK_MORE, type Theory } from '../graph.ts';
import { readValue, type MoreField } from '../fields.ts';
import { applyAll, type Operation } from '../operations.ts';
import { beside, moving } from '../reorder.ts';

/**
 * The table is one form: whichever of its buttons is pressed, everything that was typed in any row is
 * saved with it. A field is called by what it is and whose, such as `label~ID`.
 */

const Values = z.record(z.string().max(80), z.record(z.string().max(60), z.string()));

/** The values that the page showed, by box or link and field, as JSON. */
const Was = z.string().transform((text, context) => {
  try {
    return z.object({ boxes: Values, links: Values }).parse(JSON.parse(text));
  } catch {
    context.addIssue('Load the page again');
    return z.NEVER;
  }
});

export const TableForm = z.discriminatedUnion('intent', [
  z
    .object({
      intent: z.literal('rows'),
      theoryId: z.string().min(1),
      base: z.coerce.number().int().min(0),
      mark: z.string().min(8).max(60),
      was: Was,
      do: z.string().max(200).default('save'),
      newType: z.enum(BOX_TYPES, 'Choose a type from the list').default('activity'),
      newLabel: z
        .string()
        .max(LIMITS.label, `Shorten the text to ${LIMITS.label} characters or fewer`)
        .default(''),
      newSource: z.string().max(80).default(''),
      newTarget: z.string().max(80).default(''),
      newReason: z
        .string()
        .max(LIMITS.reason, `Shorten the text to ${LIMITS.reason} characters or fewer`)
        .default(''),
    })
    .catchall(z.unknown()),
  SettleForm,
]);

export type Rows = Extract<z.output<typeof TableForm>, { intent: 'rows' }>;

/** What a button of the table does beside saving, and to which box or link. */
export interface Doing {
  does:
    | 'evidence'
    | 'measure'
    | 'open'
    | 'save'
    | 'add'
    | 'up'
    | 'down'
    | 'remove'
    | 'unlink'
    | 'connect'
    | 'undo'
    | 'redo';
  id: string;
}

const DOES: readonly Doing['does'][] = [
  'save',
  'add',
  'up',
  'down',
  'remove',
  'unlink',
  'connect',
  'undo',
  'redo',
  'evidence',
  'measure',
  'open',
];

/** What the pressed button means; an unknown one only saves. */
export function doing(form: Rows): Doing {
  const [word = '', ...rest] = form.do.split('~');
  return { does: DOES.find((each) => each === word) ?? 'save', id: rest.join('~') };
}

/** What the form asks of the theory, where the page should open again, and what to say. */
export interface TableWanted {
  operations: Operation[];
  /** The element that gets the focus, such as `box-ID`. */
  place: string;
  said: string;
}

export type AskedOfTable = { wanted: TableWanted } | { problems: Problem[] };

/** What was typed and pressed in the table, as operations; or what is wrong, field by field. */
export function wantedOfTable(theory: Theory, form: Rows, typed: Typed): AskedOfTable {
  const problems: Problem[] = [];
  const edits = [
    ...Object.entries(form.was.boxes).flatMap(([id, was]) =>
      rowEdits({ theory, typed, id, was, of: 'editBox', problems }),
    ),
    ...Object.entries(form.was.links).flatMap(([id, was]) =>
      rowEdits({ theory, typed, id, was, of: 'editLink', problems }),
    ),
  ];
  const added = adding(theory, form, problems);
  if (problems.length > 0) return { problems };
  const edited = applyAll(theory, edits);
  const then = pressed('theory' in edited ? edited.theory : theory, doing(form));
  const first = edits[0];
  const changed = first && 'id' in first ? placeOf(first) : 'table';
  const said = saidOf(edits.length, added.said, then.said);
  return {
    wanted: {
      operations: [...edits, ...added.operations, ...then.operations],
      place: then.place ?? added.place ?? changed,
      said,
    },
  };
}

const placeOf = (operation: Extract<Operation, { id: string }>) =>
  operation.kind === 'editLink' ? `link-${operation.id}` : `box-${operation.id}`;

interface Row {
  theory: Theory;
  typed: Typed;
  id: string;
  was: Readonly<Record<string, string>>;
  of: 'editBox' | 'editLink';
  problems: Problem[];
}

/** What was changed in a row. Only fields that the page showed can have been changed. */
function rowEdits({ theory, typed, id, was, of, problems }: Row): Operation[] {
  const things = of === 'editBox' ? theory.boxes : theory.links;
  // Without the box it is still an edit: it comes back as a choice, and nothing typed is lost.
  const now = things.find((each) => each.id === id) ?? { more: {}, label: was['label'] ?? '' };
  const fields = ORDER.filter((field) => field in was);
  const values: Record<string, string> = {};
  for (const field of fields) {
    const name = `${field}~${id}`;
    const value = typedOf(typed, name);
    const read = valueOf(field, value);
    if (read === null) problems.push({ field: name, message: wrong(field) });
    else if (read.length > longest(field)) {
      const message = `Shorten the text to ${longest(field)} characters or fewer`;
      problems.push({ field: name, message });
    } else values[field] = read;
    if (field === 'label' && value === '') {
      problems.push({ field: name, message: 'Enter what the box says' });
    }
  }
  return editsOf({ kind: of, id, fields, now }, was, values);
}

/** The further facts by key; a key that boxes and links share is of the same kind in both. */
const FACTS: ReadonlyMap<string, MoreField> = new Map(
  [...Object.values(BOX_MORE).flat(), ...LINK_MORE].map((field) => [field.key, field]),
);

/** The order in which the fields of a row are saved: the type last, what hangs on it before. */
const ORDER: readonly string[] = ['label', 'reason', 'detail', ...FACTS.keys(), 'type'];

function valueOf(field: string, value: string): string | null {
  if (field === 'type') return BOX_TYPES.find((type) => type === value) ?? null;
  const fact = FACTS.get(field);
  return fact === undefined ? value : readValue(fact, value);
}

function wrong(field: string): string {
  switch (FACTS.get(field)?.kind) {
    case 'day':
      return 'Enter the date as day, month and year';
    case 'number':
      return 'Enter a whole number, such as 12';
    default:
      return 'Choose one from the list';
  }
}

function longest(field: string): number {
  if (field === 'label' || field === 'detail' || field === 'reason') return LIMITS[field];
  return LIMITS.more;
}

interface Then {
  operations: Operation[];
  said: string;
  place: string | null;
}

/** The box or link of the empty row, if something was typed there. */
function adding(theory: Theory, form: Rows, problems: Problem[]): Then {
  const { does, id } = doing(form);
  const { newLabel, newType, newSource, newTarget, newReason, mark } = form;
  if (newLabel !== '') {
    const position = lastPosition(theory, newType);
    const at = { x: null, y: null, position };
    const box = { id: mark, type: newType, label: newLabel, detail: '', more: {}, ...at };
    return {
      operations: [{ kind: 'addBox', box }],
      said: `Added: “${newLabel}”.`,
      place: 'newLabel',
    };
  }
  if (newTarget !== '' || newReason !== '') {
    if (newSource === '') problems.push({ field: 'newSource', message: 'Choose the first box' });
    if (newTarget === '') problems.push({ field: 'newTarget', message: 'Choose the other box' });
    const link = { source: newSource, target: newTarget, reason: newReason, more: {} };
    const there = theory.links.find(
      ({ source, target }) => source === newSource && target === newTarget,
    );
    if (there !== undefined && (newReason === '' || newReason === there.reason)) {
      const said = 'These boxes are linked already.';
      return { operations: [], said, place: `link-${there.id}` };
    }
    return {
      operations: [{ kind: 'addLink', link: { id: mark, ...link } }],
      said: 'The link is added.',
      place: `link-${mark}`,
    };
  }
  if (does === 'add' && id === 'link') {
    problems.push({ field: 'newTarget', message: 'Choose the other box' });
  } else if (does === 'add') {
    problems.push({ field: 'newLabel', message: 'Enter what the box says' });
  }
  return { operations: [], said: '', place: null };
}

/** What the pressed button does beside saving, on the theory with what was typed. */
function pressed(theory: Theory, { does, id }: Doing): Then {
  const box = theory.boxes.find((each) => each.id === id);
  const place = `box-${id}`;
  const next = beside(theory, id);
  switch (does) {
    case 'up':
    case 'down': {
      const operations = moving(theory, id, does);
      const said = operations.length === 0 ? 'It stands there already.' : `Moved ${does}.`;
      return { operations, said, place };
    }
    case 'remove':
      return {
        operations: [{ kind: 'removeBox', id }],
        said: `“${box?.label ?? 'The box'}” is deleted. “Take back my last change” brings it back.`,
        place: next === null ? 'newLabel' : `box-${next}`,
      };
    case 'unlink':
      return {
        operations: [{ kind: 'removeLink', id }],
        said: 'The link is deleted. “Take back my last change” brings it back.',
        place: 'newSource',
      };
    case 'undo':
    case 'redo':
      return { operations: [], said: '', place: does };
    case 'save':
    case 'add':
    case 'connect':
    case 'evidence':
    case 'measure':
    case 'open':
      return { operations: [], said: '', place: null };
  }
}

function saidOf(count: number, ...others: string[]): string {
  const changes = count === 1 ? '1 change saved.' : `${count} changes saved.`;
  const said = [...(count === 0 ? [] : [changes]), ...others.filter((each) => each !== '')];
  return said.length === 0 ? 'Nothing was changed.' : said.join(' ');
}
