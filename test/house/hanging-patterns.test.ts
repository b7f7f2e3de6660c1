import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '#db/migrations-folder.server.ts';
import { processorTime } from '#test/processor-time.ts';

// One pattern that takes the square of the length of a text stops the server for everybody: 60,000 blanks
// in a comment are then a minute. So every pattern in the sources, found by the TypeScript parser, is run
// on texts that are made from its own signs to be as bad for it as can be.
//
// Mutation that was seen to fail: forty patterns as they were, `/[.\s]+$/u` of app/plan/lines/line-in-words.ts
// the last of them.

interface Pattern {
  where: string;
  source: string;
  flags: string;
}

const FOLDERS = ['app', 'db', 'cli', 'templates'];

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (one) => one.isFile() && /\.tsx?$/.test(one.name) && !/\.(test|client)\./.test(one.name),
    )
    .map((one) => path.join(one.parentPath, one.name))
    .sort();
}

/** Every pattern that stands in a file, and every one that is put together there, with a word in its gaps. */
function patternsIn(file: string): Pattern[] {
  const text = readFileSync(file, 'utf8');
  if (!/RegExp|\/[^/\n]+\//.test(text)) return [];
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, kind);
  const found: Pattern[] = [];
  const add = (node: ts.Node, pattern: string, flags: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push({
      where: `${path.relative(projectFolder(), file)}:${line + 1}`,
      source: pattern,
      flags,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      add(node, node.text.slice(1, end), node.text.slice(end + 1));
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
      const [pattern, flags] = node.arguments ?? [];
      const written = pattern && wordsOf(pattern);
      if (written !== undefined)
        add(node, written, flags && ts.isStringLiteral(flags) ? flags.text : '');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function wordsOf(node: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.templateSpans.reduce(
    // A gap within braces is how often; anywhere else it is a word.
    (before, { literal }) => before + (/\{[\d,]*$/.test(before) ? '80' : 'ab') + literal.text,
    node.head.text,
  );
}

const CLASSES: Readonly<Record<string, string>> = {
  s: ' ',
  d: '7',
  w: 'a',
  S: 'x',
  D: 'x',
  W: '-',
  n: '\n',
  r: '\r',
  t: '\t',
  b: '',
  B: '',
  p: 'é',
  P: '-',
};

/** Signs that a pattern looks for, and runs of them. */
function signsOf(source: string): { signs: string[]; runs: string[] } {
  const signs = new Set([' ', 'x']);
  const runs = new Set<string>();
  let run = '';
  const end = () => {
    if (run.length > 0) runs.add(run);
    run = '';
  };
  for (const [part] of source.matchAll(/\\u\{?[0-9a-f]{2,5}\}?|\\[\s\S]|[\s\S]/gi)) {
    const escaped = part.startsWith('\\') && part.length === 2 ? part.slice(1) : undefined;
    const sign = escaped === undefined ? part : (CLASSES[escaped] ?? escaped);
    if (part.length > 2 || (escaped === undefined && '()[]{}*+?|^$.'.includes(part))) {
      end();
      continue;
    }
    if (sign !== '') signs.add(sign);
    run += sign;
  }
  end();
  return { signs: [...signs].slice(0, 10), runs: [...runs].slice(0, 6) };
}

/** Texts of a length that may be bad for a pattern: what it looks for again and again, and then not. */
function* attacksOn(source: string): Generator<(length: number) => string> {
  const { signs, runs } = signsOf(source);
  const pumps = [
    ...signs,
    ...runs,
    ...signs.flatMap((a) => signs.map((b) => a + b)),
    ...runs.flatMap((a) => signs.map((b) => a + b)),
    ...runs.flatMap((a) => runs.map((b) => a + b)),
    ...runs.map((a) => `<${a}>`),
  ];
  for (const pump of new Set(pumps)) {
    for (const head of ['', ...(pump.length === 1 ? runs : [])]) {
      yield (length) => `${head}${pump.repeat(Math.ceil(length / pump.length))}\u0001`;
    }
  }
}

/** Milliseconds that a pattern takes for a text, as `replaceAll` and `exec` do, by one clock or another. */
function took(pattern: RegExp, text: string, now = () => performance.now()): number {
  const began = now();
  if (pattern.global) text.replace(pattern, '');
  else pattern.exec(text);
  return now() - began;
}

const LENGTH = 6_144;
/** A pattern that reads each sign once needs a tenth of one. */
const MOST_MS = 8;

/** The text that a pattern hangs on, or undefined. */
function hangsOn({ source, flags }: Pattern): string | undefined {
  const pattern = new RegExp(source, flags.replace('y', ''));
  for (const attack of attacksOn(source)) {
    // Longer and longer, so that what doubles with each sign is found while it is short.
    for (let length = 24; length <= (SHORT[source] ?? LENGTH); length *= 2) {
      if (took(pattern, attack(length)) <= MOST_MS) continue;
      // Others use the machine too: only what takes the processor each time is slow.
      const again = Math.min(...[1, 2, 3].map(() => took(pattern, attack(length), processorTime)));
      if (again > MOST_MS)
        return `${length} signs: ${Math.round(again)} ms with ${JSON.stringify(attack(8).slice(0, 40))}`;
    }
  }
  return undefined;
}

/** Patterns of short texts only, and how long those can be. */
const SHORT: Readonly<Record<string, number>> = {
  // A password: 200 signs are the most.
  '^(.+?)\\1+$': 200,
  // A number of pounds.
  '\\B(?=(\\d{3})+$)': 20,
  // A name of a question, after it was cut to 56 signs.
  '-+$': 56,
  // A name of a group of boxes, cut to 200 signs.
  '\\b(early|short|immediate|initial|first|proximal).*(outcome|result|change)': 200,
  '\\b(long|final|ultimate|last|distal).*(outcome|result|change)': 200,
};

describe('no text makes a pattern hang', () => {
  const patterns = FOLDERS.flatMap((folder) => filesIn(path.join(projectFolder(), folder))).flatMap(
    patternsIn,
  );

  test('the sources hold patterns', () => {
    expect(patterns.length).toBeGreaterThan(300);
  });

  test('each is done with the worst text in the time that its length explains', () => {
    const slow = [
      ...new Map(patterns.map((one) => [one.source + one.flags, one])).values(),
    ].flatMap((one) => {
      const text = hangsOn(one);
      return text === undefined ? [] : [`${one.where} /${one.source}/${one.flags}: ${text}`];
    });
    expect(slow).toEqual([]);
  });
});
