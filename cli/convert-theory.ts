import { writeFile } from 'node:fs/promises';
import { FORMATS, isFormat, type Format } from '#app/theory/formats/exports.ts';
import type { Theory } from '#app/theory/graph.ts';
import { applyAll } from '#app/theory/operations.ts';
import { tidying } from '#app/theory/tidy.ts';
import { dayOf } from '#app/ui/words.ts';
import { readArgs, UsageError, type Verb } from './io.ts';
import { choicesIn, THEORY_OPTIONS, theoryNamed } from './theory-of.ts';

/** Formats that are no text for a terminal. */
const BINARY: ReadonlySet<Format> = new Set(['tables', 'png', 'pdf', 'docx', 'pptx']);

/** Ends with 1 when the file cannot be read as a theory. */
export const convertTheory: Verb = {
  usage: `convert theory FILE|ID --to ${FORMATS.join('|')} --out F [--as "Name in the file=type"]`,
  about: 'Writes a theory of change in another format. Without --out, text goes to the terminal.',
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      to: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      ...THEORY_OPTIONS,
    });
    const [name] = positionals;
    if (name === undefined || positionals.length > 1) {
      throw new UsageError('Give one file or one id of a theory of change.');
    }
    const format = formatNamed(values.to);
    if (BINARY.has(format) && values.out === undefined) {
      throw new UsageError('Say with --out where the file goes.');
    }
    const found = await theoryNamed(name, choicesIn(values.as));
    if (!found.ok) {
      if (values.json) io.json({ problems: found.problems });
      else for (const { where, message } of found.problems) io.print(`${where}: ${message}`);
      return 1;
    }
    // A theory of ours stands as people put it; one from a file stands nowhere yet.
    const placed = found.stage === null ? placedFor(found.theory, format) : found.theory;
    const content = await contentOf(placed, format);
    for (const note of found.notes) io.say(note);
    if (values.out === undefined) {
      io.print(Buffer.from(content).toString('utf8').replace(/\n$/, ''));
      return 0;
    }
    await writeFile(values.out, content);
    const { boxes, links } = found.theory;
    if (values.json) io.json({ out: values.out, format, boxes: boxes.length, links: links.length });
    else io.print(`Wrote ${values.out}: ${boxes.length} boxes, ${links.length} links.`);
    return 0;
  },
};

/** The format that a word names. */
function formatNamed(word: string | undefined): Format {
  if (isFormat(word)) return word;
  const said = word === undefined ? 'Say with --to what to write' : `“${word}” is no format`;
  throw new UsageError(`${said}: use ${FORMATS.join(', ')}.`);
}

/** Formats that show a theory: one from a file is tidied up for them, data keep it as it came. */
const SHOWN: ReadonlySet<Format> = new Set(['svg', 'png', 'pdf', 'docx', 'pptx', 'prsm']);

async function contentOf(theory: Theory, format: Format): Promise<Uint8Array> {
  const { writeTheory } = await import('#app/theory/formats/write-theory.server.ts');
  return writeTheory(theory, format, {
    authority: { name: 'From a file', colour: '#1d70b8', isDemonstration: false },
    programme: theory.title,
    madeOn: dayOf(new Date()),
    part: null,
    state: null,
  });
}

function placedFor(theory: Theory, format: Format): Theory {
  const placed = theory.boxes.some(({ x, y }) => x !== null || y !== null);
  if (placed || !SHOWN.has(format)) return theory;
  const applied = applyAll(theory, tidying(theory));
  return 'theory' in applied ? applied.theory : theory;
}
