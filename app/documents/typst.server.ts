import path from 'node:path';
import { projectFolder } from '#db/migrations-folder.server.ts';
import { OTHER_FONTS, OWN_FONTS } from './fonts.server.ts';
import { settablePictures } from './set-pictures.server.ts';
import { typesetProcess } from './typeset-process.server.ts';

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

/**
 * Sets pages and gives them as a tagged PDF (PDF/UA-1): headings, lists, header cells, alternative
 * text, language and reading order are in the file, and it is refused where one is missing.
 *
 * @throws where the template is wrong; the words in the data cannot make it so
 */
export async function typeset(what: ToTypeset): Promise<Uint8Array<ArrayBuffer>> {
  let now: Words = {
    data: JSON.stringify(what.data, printable),
    files: await settablePictures(what.files ?? {}),
  };
  for (let again = 0; ; again += 1) {
    try {
      return await setOnce(what, now);
    } catch (error) {
      const signs = unshown(error);
      if (signs.size === 0 || again === MOST_TRIES) throw error;
      now = without(now, signs);
    }
  }
}

interface Words {
  data: string;
  files: Readonly<Record<string, string | Uint8Array>>;
}

function setOnce(what: ToTypeset, { data, files }: Words): Promise<Uint8Array<ArrayBuffer>> {
  const made = Math.floor(what.madeAt.getTime() / 1000);
  return theProcess()({ template: what.template, data, files, made });
}

/** Each try names more signs of more lines; a text in a writing without a font needs few. */
const MOST_TRIES = 4;

/** The signs for which no font of ours has a shape, as the refusal names them: a PDF/UA has none such. */
function unshown(error: unknown): ReadonlySet<string> {
  const said = error instanceof Error ? error.message : '';
  const signs = new Set<string>();
  for (const [, text = ''] of said.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/g)) {
    const plain = text.replace(/(?<!\\)\\+u\{([0-9a-f]{1,6})\}/g, (_, code: string) =>
      String.fromCodePoint(parseInt(code, 16)),
    );
    for (const sign of plain) if (sign > '~') signs.add(sign);
  }
  return signs;
}

/** The same without some signs: pictures and joiners go, a letter leaves a question mark. */
function without({ data, files }: Words, signs: ReadonlySet<string>): Words {
  const pattern = new RegExp(`[${[...signs].map((sign) => `\\u{${hex(sign)}}`).join('')}]`, 'gu');
  const clean = (text: string) =>
    text.replace(pattern, (sign) => (/\p{L}|\p{N}/u.test(sign) ? '?' : ''));
  return {
    data: clean(data),
    files: Object.fromEntries(
      Object.entries(files).map(([name, file]) => [
        name,
        typeof file === 'string' ? clean(file) : file,
      ]),
    ),
  };
}

const hex = (sign: string) => (sign.codePointAt(0) ?? 0).toString(16);

/** A value as PDF/UA lets it stand: without control characters and code points that mean nothing. */
function printable(_key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replace(/[\p{Cs}\u0000-\u0008\u000b-\u001f\u007f\ufeff\ufffe\uffff]/gu, '');
}

let set: ReturnType<typeof typesetProcess> | null = null;

/** One process for all documents. */
function theProcess() {
  const file = path.join(projectFolder(), 'app', 'documents', 'typeset-worker.mjs');
  set ??= typesetProcess(file, [...OWN_FONTS, ...OTHER_FONTS]);
  return set;
}
