import { writeFile } from 'node:fs/promises';
import { FORMATS, written, type Format } from '#app/theory/formats/exports.ts';
import type { Theory } from '#app/theory/graph.ts';
import { tidying } from '#app/theory/tidy.ts';
import { applyAll } from '#app/theory/operations.ts';
import { theoryPng } from '#app/theory/picture.server.ts';
import { readArgs, UsageError, type Verb } from './io.ts';
import { theoryNamed } from './theory-of.ts';

/** Ends with 1 when the file cannot be read as a theory. */
export const convertTheory: Verb = {
  usage: `convert theory FILE|ID --to ${FORMATS.join('|')} --out F`,
  about: 'Writes a theory of change in another format. Without --out, text goes to the terminal.',
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      to: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const [name] = positionals;
    if (name === undefined || positionals.length > 1) {
      throw new UsageError('Give one file or one id of a theory of change.');
    }
    const format = formatNamed(values.to);
    if (format === 'png' && values.out === undefined) {
      throw new UsageError('Say with --out where the picture goes.');
    }
    const found = await theoryNamed(name);
    if (!found.ok) {
      if (values.json) io.json({ problems: found.problems });
      else for (const { where, message } of found.problems) io.print(`${where}: ${message}`);
      return 1;
    }
    const content = contentOf(found.theory, format);
    for (const note of found.notes) io.say(note);
    if (values.out === undefined) {
      io.print(content.toString().replace(/\n$/, ''));
      return 0;
    }
    await writeFile(values.out, content);
    const { boxes, links } = found.theory;
    if (values.json) io.json({ out: values.out, format, boxes: boxes.length, links: links.length });
    else io.print(`Wrote ${values.out}: ${boxes.length} boxes, ${links.length} links.`);
    return 0;
  },
};

function formatNamed(word: string | undefined): Format {
  const format = FORMATS.find((each) => each === word);
  if (format === undefined) {
    const said = word === undefined ? 'Say with --to what to write' : `“${word}” is no format`;
    throw new UsageError(`${said}: use ${FORMATS.join(', ')}.`);
  }
  return format;
}

/** Pictures show a theory from a file tidied up; data keeps it as it came. */
function contentOf(theory: Theory, format: Format): string | Buffer {
  if (format === 'png') return theoryPng(tidied(theory), { title: true });
  return written(format === 'svg' ? tidied(theory) : theory, format);
}

function tidied(theory: Theory): Theory {
  if (theory.boxes.some(({ x }) => x !== null)) return theory;
  const applied = applyAll(theory, tidying(theory));
  return 'theory' in applied ? applied.theory : theory;
}
