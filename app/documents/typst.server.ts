import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectFolder } from '#db/migrations-folder.server.ts';
import { OTHER_FONTS, OWN_FONTS } from './fonts.server.ts';

/** What a page is set from. Words come only as data: a template is ours and holds no user's text. */
export interface ToTypeset {
  /** Typst source; it reads its words with `json("data.json")`. */
  template: string;
  data: unknown;
  /** Pictures and the like by the name under which the template reads them, such as pic-1.svg. */
  files?: Readonly<Record<string, string | Uint8Array>>;
  /** When it was made, printed into the file's own description. */
  madeAt: Date;
}

interface Waiting {
  done: (pdf: Uint8Array<ArrayBuffer>) => void;
  failed: (wrong: Error) => void;
}

let worker: Worker | null = null;
let last = 0;
const waiting = new Map<number, Waiting>();

/**
 * Sets pages and gives them as a tagged PDF (PDF/UA-1): headings, lists, header cells, alternative
 * text, language and reading order are in the file, and it is refused where one is missing.
 *
 * @throws where the template is wrong; the words in the data cannot make it so
 */
export function typeset(what: ToTypeset): Promise<Uint8Array<ArrayBuffer>> {
  const id = (last += 1);
  return new Promise((done, failed) => {
    waiting.set(id, { done, failed });
    theWorker().postMessage({
      id,
      template: what.template,
      data: JSON.stringify(what.data, printable),
      files: what.files ?? {},
      made: Math.floor(what.madeAt.getTime() / 1000),
    });
    worker?.ref();
  });
}

/** A value as PDF/UA lets it stand: without control characters and code points that mean nothing. */
function printable(_key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replace(/[\p{Cs}\u0000-\u0008\u000b-\u001f\u007f\ufeff\ufffe\uffff]/gu, '');
}

interface Answer {
  id: number;
  pdf?: Uint8Array<ArrayBuffer>;
  wrong?: string;
}

/** One thread for all documents, started with the first and never keeping the process alive. */
function theWorker(): Worker {
  if (worker !== null) return worker;
  const file = path.join(projectFolder(), 'app', 'documents', 'typeset-worker.mjs');
  const started = new Worker(file, { workerData: { fontFiles: [...OWN_FONTS, ...OTHER_FONTS] } });
  started.on('message', (answer: Answer) => {
    settle(answer.id, ({ done, failed }) => {
      if (answer.pdf !== undefined) done(answer.pdf);
      else failed(new Error(`The document could not be set: ${answer.wrong ?? 'no reason given'}`));
    });
  });
  const ended = (why: Error) => {
    if (worker === started) worker = null;
    for (const id of waiting.keys()) settle(id, ({ failed }) => failed(why));
  };
  started.on('error', ended);
  started.on('exit', () => ended(new Error('The thread that sets documents ended.')));
  started.unref();
  worker = started;
  return started;
}

function settle(id: number, how: (one: Waiting) => void): void {
  const one = waiting.get(id);
  waiting.delete(id);
  if (waiting.size === 0) worker?.unref();
  if (one !== undefined) how(one);
}
