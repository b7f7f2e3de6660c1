import type {
  Block,
  DocumentFacts,
  DocumentList,
  DocumentModel,
  DocumentSection,
  DocumentTable,
  Mark,
} from './blocks.ts';
import { pairs, type Pair } from './pairs.ts';

/**
 * A document with what is not as it was in an earlier one: each section, text, item and row that is new
 * or that changed has a mark, and what is gone stands where it stood, marked as gone. Nothing else of
 * it is altered. What only stands in another place is not marked; covers are not compared.
 *
 * @param since what the earlier one is called in a sentence, such as "version 2"
 */
export function withChanges(
  before: DocumentModel,
  now: DocumentModel,
  since: string,
): DocumentModel {
  const sections = pairs(before.sections, now.sections, ({ id }) => id);
  return { ...now, sections: sections.map((pair) => sectionOf(pair, since)) };
}

/** How many things are marked in a document, by what became of them. */
export function countMarks(model: DocumentModel): Record<Mark['what'], number> {
  const count = { added: 0, changed: 0, gone: 0 };
  for (const section of model.sections) {
    for (const mark of section.blocks.flatMap(marksOf)) count[mark.what] += 1;
    // A section that is gone has nothing left in it that could be marked.
    if (section.mark?.what === 'gone') count.gone += 1;
  }
  return count;
}

/** The marks of a block and of what it is made of. */
export function marksOf(block: Block): Mark[] {
  switch (block.type) {
    case 'list':
    case 'facts':
    case 'table':
      return (block.marks ?? []).filter((mark) => mark !== null);
    case 'heading':
    case 'paragraph':
    case 'picture':
      return block.mark ? [block.mark] : [];
  }
}

const WORDS: Readonly<Record<Mark['what'], string>> = {
  added: 'New since',
  changed: 'Changed since',
  gone: 'Gone since',
};

function mark(what: Mark['what'], since: string, was?: Mark['was']): Mark {
  return { what, words: `${WORDS[what]} ${since}`, ...(was === undefined ? {} : { was }) };
}

function sectionOf({ before, now }: Pair<DocumentSection>, since: string): DocumentSection {
  if (now === undefined) {
    const { id = '', title = '', landscape = false } = before ?? {};
    const text = `This section stood in ${since} and is not in this document.`;
    // Its old number belongs to another section now.
    const named = title.replace(/^\d+\. /, '');
    const blocks: Block[] = [{ type: 'paragraph', text, tone: 'note' }];
    return { id, title: named, landscape, mark: mark('gone', since), blocks };
  }
  if (before === undefined) {
    const blocks = now.blocks.map((block) => wholly(block, 'added', since));
    return { ...now, mark: mark('added', since), blocks };
  }
  const blocks = groupsOf(before.blocks, now.blocks).flatMap((pair) =>
    pairs(pair.before?.blocks ?? [], pair.now?.blocks ?? [], exactKey, looseKey).map((one) =>
      blockOf(one, since),
    ),
  );
  return blocks.some((block) => marksOf(block).length > 0)
    ? { ...now, mark: mark('changed', since), blocks }
    : { ...now, blocks };
}

/** Blocks under one heading, the heading among them. */
interface Group {
  key: string;
  blocks: Block[];
}

const groupsOf = (before: readonly Block[], now: readonly Block[]): Pair<Group>[] =>
  pairs(byHeading(before), byHeading(now), ({ key }) => key);

function byHeading(blocks: readonly Block[]): Group[] {
  const groups: Group[] = [{ key: '', blocks: [] }];
  let under = '';
  for (const block of blocks) {
    if (block.type === 'heading') {
      if (block.level === 2) under = block.text;
      groups.push({ key: block.level === 2 ? under : `${under}\n${block.text}`, blocks: [] });
    }
    groups.at(-1)?.blocks.push(block);
  }
  return groups;
}

function exactKey(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return `${block.type} ${block.text}`;
    case 'list':
      return `list ${block.items.join('\n')}`;
    case 'facts':
    case 'table':
    case 'picture':
      return `${block.type} ${block.caption}`;
  }
}

/** By what a block is known again though its words changed. */
function looseKey(block: Block): string {
  // A note that gives way to a text is gone: it is not a text that changed.
  if (block.type === 'paragraph') return `paragraph ${block.tone ?? ''}`;
  if (block.type !== 'table') return block.type;
  return `table ${block.columns.map(({ title }) => title).join('\n')}`;
}

function blockOf({ before, now }: Pair<Block>, since: string): Block {
  if (now === undefined) return wholly(before as Block, 'gone', since);
  if (before === undefined) return wholly(now, 'added', since);
  switch (now.type) {
    case 'heading':
      return now;
    case 'paragraph':
      return before.type !== 'paragraph' || before.text === now.text
        ? now
        : { ...now, mark: mark('changed', since, [before.text]) };
    case 'list':
      return before.type === 'list' ? listOf(before, now, since) : now;
    case 'facts':
      return before.type === 'facts' ? factsOf(before, now, since) : now;
    case 'picture': {
      if (before.type !== 'picture') return now;
      const same = before.alt === now.alt && before.caption === now.caption;
      return same ? now : { ...now, mark: mark('changed', since) };
    }
    case 'table':
      return before.type === 'table' ? tableOf(before, now, since) : now;
  }
}

/** A block that is new or gone as a whole: everything in it is. */
function wholly(block: Block, what: 'added' | 'gone', since: string): Block {
  const one = mark(what, since);
  switch (block.type) {
    case 'list':
      return { ...block, marks: block.items.map(() => one) };
    case 'facts':
      return { ...block, marks: block.facts.map(() => one) };
    case 'table':
      return { ...block, marks: block.rows.map(() => one) };
    case 'heading':
    case 'paragraph':
    case 'picture':
      return { ...block, mark: one };
  }
}

function listOf(before: DocumentList, now: DocumentList, since: string): Block {
  const rows = pairs(before.items, now.items, (item) => item);
  const marks = rows.map((pair) => presence(pair, since));
  if (marks.every((each) => each === null)) return now;
  return { ...now, items: rows.map((pair) => pair.now ?? pair.before ?? ''), marks };
}

function factsOf(before: DocumentFacts, now: DocumentFacts, since: string): Block {
  const rows = pairs(before.facts, now.facts, ([label]) => label);
  const marks = rows.map((pair) => cellsMark(pair, since));
  if (marks.every((each) => each === null)) return now;
  return { ...now, facts: rows.flatMap((pair) => [pair.now ?? pair.before ?? ['', '']]), marks };
}

interface Row {
  key: string;
  cells: readonly string[];
}

const rowsOf = (table: DocumentTable, byKey: boolean): Row[] =>
  table.rows.map((cells, at) => ({
    cells,
    key: (byKey ? table.keys?.[at] : undefined) ?? (cells[0] ?? '').split('\n')[0] ?? '',
  }));

function tableOf(before: DocumentTable, now: DocumentTable, since: string): Block {
  const width = now.columns.length;
  // Rows under other columns cannot be laid beside one another: all are new.
  if (before.columns.length !== width) return wholly(now, 'added', since);
  // An older version may not say what its rows are about.
  const byKey = before.keys !== undefined && now.keys !== undefined;
  const rows = pairs(rowsOf(before, byKey), rowsOf(now, byKey), ({ key }) => key);
  const marks = rows.map((pair) =>
    cellsMark({ before: pair.before?.cells, now: pair.now?.cells }, since),
  );
  if (marks.every((each) => each === null)) return now;
  const every = rows.map((pair) => pair.now ?? pair.before ?? { key: '', cells: [] });
  return {
    ...now,
    rows: every.map(({ cells }) => cells),
    ...(byKey ? { keys: every.map(({ key }) => key) } : {}),
    marks,
  };
}

function presence({ before, now }: Pair<unknown>, since: string): Mark | null {
  if (before === undefined) return mark('added', since);
  return now === undefined ? mark('gone', since) : null;
}

function cellsMark(pair: Pair<readonly string[]>, since: string): Mark | null {
  const { before, now } = pair;
  if (before === undefined || now === undefined) return presence(pair, since);
  const was = now.map((cell, at) => (before[at] === cell ? null : (before[at] ?? '')));
  return was.every((each) => each === null) ? null : mark('changed', since, was);
}
