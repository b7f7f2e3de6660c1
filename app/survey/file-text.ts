/**
 * From the bytes of a file that somebody chose to text, without guessing more than can be known:
 * a byte order mark, else UTF-16 by its zero bytes, else strict UTF-8, else Windows-1252.
 */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type FileText =
  { ok: true; text: string; encoding: Encoding } | { ok: false; message: string };

/**
 * The 32 places where Windows-1252 differs from Latin-1. Written out because TextDecoder in some
 * Node 20 and 22 releases decodes windows-1252 as Latin-1 (nodejs/node#56542), which turns every
 * curly apostrophe that Excel wrote into an invisible control character.
 */
const WINDOWS_1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What is often chosen instead of a CSV file, by its first bytes, with what to do about it. */
const NOT_TEXT: readonly { starts: readonly number[]; message: string }[] = [
  {
    starts: [0x50, 0x4b, 0x03, 0x04],
    message:
      'This is an Excel workbook or a zip file. Open it, save the sheet as “CSV UTF-8”, and choose that file.',
  },
  {
    starts: [0xd0, 0xcf, 0x11, 0xe0],
    message:
      'This is an old Excel workbook. Open it, save the sheet as “CSV UTF-8”, and choose that file.',
  },
  {
    starts: [0x25, 0x50, 0x44, 0x46],
    message:
      'This is a PDF. Copy its table into a spreadsheet, save that as “CSV UTF-8”, and choose that file.',
  },
];

/**
 * Decodes the bytes of a file. NUL characters are dropped: PostgreSQL refuses them and no
 * spreadsheet means them. The message of a refusal says what to do.
 */
export function fileText(bytes: Uint8Array): FileText {
  const other = notText(bytes);
  if (other !== undefined) return { ok: false, message: other };
  const { encoding, skip, sure } = guessEncoding(bytes);
  const body = skip === 0 ? bytes : bytes.subarray(skip);
  if (encoding === 'utf-8') {
    const text = decodeStrictly(body, 'utf-8');
    if (text !== undefined) return { ok: true, text: withoutNul(text), encoding };
    if (sure) return { ok: false, message: DAMAGED };
    return { ok: true, text: withoutNul(decodeWindows1252(body)), encoding: 'windows-1252' };
  }
  const text = decodeStrictly(body, encoding);
  if (text !== undefined) return { ok: true, text: withoutNul(text), encoding };
  return { ok: false, message: CUT_SHORT };
}

/** What to do when a file that says that it is UTF-8 holds other bytes. */
export const DAMAGED =
  'The file says that it is UTF-8 but is damaged. Save it again as “CSV UTF-8” from the program that made it.';
export const CUT_SHORT =
  'The file is cut short or damaged. Save it again as “CSV UTF-8” and choose that file.';

/** What to do with a file that is no text at all, by its first bytes; undefined for text. */
export function notText(bytes: Uint8Array): string | undefined {
  return NOT_TEXT.find(({ starts }) => starts.every((byte, i) => bytes[i] === byte))?.message;
}

/** Decodes a text piece by piece, cut anywhere. Throws a TypeError at bytes that cannot be. */
export interface TextPieces {
  push(bytes: Uint8Array): string;
  end(): string;
}

export function textPieces(encoding: Encoding): TextPieces {
  if (encoding === 'windows-1252') {
    return { push: (bytes) => withoutNul(decodeWindows1252(bytes)), end: () => '' };
  }
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return {
    push: (bytes) => withoutNul(decoder.decode(bytes, { stream: true })),
    end: () => withoutNul(decoder.decode()),
  };
}

/**
 * What a file's first bytes tell of its encoding: by its mark, which `skip` passes over, or by how its
 * zero bytes stand. Where it is not `sure`, UTF-8 that cannot be decoded is Windows-1252.
 */
export function guessEncoding(bytes: Uint8Array): {
  encoding: Exclude<Encoding, 'windows-1252'>;
  skip: number;
  sure: boolean;
} {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', skip: 3, sure: true };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', skip: 2, sure: true };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', skip: 2, sure: true };
  const sample = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  });
  // Text in a Latin script is nearly half zero bytes in UTF-16, all on the same side.
  const many = sample.length * 0.2;
  if (odd > many && even < odd / 10) return { encoding: 'utf-16le', skip: 0, sure: false };
  if (even > many && odd < even / 10) return { encoding: 'utf-16be', skip: 0, sure: false };
  return { encoding: 'utf-8', skip: 0, sure: false };
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = new TextDecoder('latin1').decode(bytes);
  return latin1.replace(
    /[\u0080-\u009f]/g,
    (character) => WINDOWS_1252_HIGH[character.charCodeAt(0) - 0x80] ?? character,
  );
}

function withoutNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}
