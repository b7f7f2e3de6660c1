import { createInflateRaw } from 'node:zlib';
import { Readable } from 'node:stream';

/** One file inside a zip file. */
export interface ZipEntry {
  name: string;
  /** Unpacks it piece by piece; throws when it is larger than `most` bytes. */
  pieces: (most: number) => AsyncIterable<Uint8Array>;
}

/** A zip file that cannot be read, with what to do about it. */
export class BadZip extends Error {}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 2000;
/**
 * Text packs to a tenth, a sheet of nearly nothing to a hundredth; what packs to less than this was made to
 * keep the server busy. A little may.
 */
const MOST_RATIO = 400;
const MAY_BE = 4 * 1024 * 1024;

const DAMAGED = 'The workbook is damaged or cut short. Save it again from Excel, or as CSV.';
const TOO_LARGE =
  'The workbook unpacks to more than a survey’s answers ever are. Save the sheet as CSV and bring that in.';

/**
 * The files in a zip file, by its directory (APPNOTE 4.3). What they say of their size is not
 * believed: unpacking counts, so that a small file made to fill the memory is stopped.
 */
export function zipEntries(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.readUInt16LE(end + 10);
  let at = view.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES || at === 0xffffffff) throw new BadZip(TOO_LARGE);
  const entries = new Map<string, ZipEntry>();
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== ENTRY) throw new BadZip(DAMAGED);
    const flags = view.readUInt16LE(at + 8);
    if ((flags & 1) === 1) {
      throw new BadZip('The workbook has a password. Save it without one and choose it again.');
    }
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) =>
      view.readUInt16LE(at + offset),
    );
    const name = view.toString('utf8', at + 46, at + 46 + (nameLength ?? 0)).replaceAll('\\', '/');
    const method = view.readUInt16LE(at + 10);
    const packed = view.readUInt32LE(at + 20);
    const local = view.readUInt32LE(at + 42);
    entries.set(name, { name, pieces: (most) => unpacked(view, local, packed, method, most) });
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

function endOf(view: Buffer): number {
  const least = Math.max(0, view.length - 65_557);
  for (let at = view.length - 22; at >= least; at -= 1) {
    if (view.readUInt32LE(at) === END) return at;
  }
  throw new BadZip(DAMAGED);
}

async function* unpacked(
  view: Buffer,
  local: number,
  packed: number,
  method: number,
  most: number,
): AsyncGenerator<Uint8Array> {
  if (local + 30 > view.length || view.readUInt32LE(local) !== LOCAL) throw new BadZip(DAMAGED);
  const from = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
  const body = view.subarray(from, from + packed);
  if (body.length < packed || (method !== 0 && method !== 8)) throw new BadZip(DAMAGED);
  let size = 0;
  const pieces =
    method === 0 ? piecesOf(body) : Readable.from(piecesOf(body)).pipe(createInflateRaw());
  try {
    for await (const piece of pieces as AsyncIterable<Uint8Array>) {
      size += piece.length;
      if (size > most || (size > MAY_BE && size > packed * MOST_RATIO)) throw new BadZip(TOO_LARGE);
      yield piece;
    }
  } catch (error) {
    throw error instanceof BadZip ? error : new BadZip(DAMAGED);
  }
}

const PIECE = 16_384;

function* piecesOf(body: Buffer): Generator<Buffer> {
  for (let at = 0; at < body.length; at += PIECE) yield body.subarray(at, at + PIECE);
}
