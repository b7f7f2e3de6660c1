import { crc32, deflateRawSync } from 'node:zlib';

/** One file to pack. */
export interface ZipFile {
  name: string;
  content: string | Uint8Array;
}

/** Deflate, and names in UTF-8 (APPNOTE 4.4.4, bit 11). */
const DEFLATED = 8;
const UTF8_NAMES = 0x0800;
/** The first day that the format knows, so that the same files always make the same bytes. */
const NO_TIME = 0;
const FIRST_DAY = (1 << 5) | 1;

/** Packs files into a zip file (PKWARE APPNOTE 6.3, without its 64-bit part: up to 4 GB). */
export function zipped(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const packed = deflateRawSync(bytes);
    const encoded = Buffer.from(name, 'utf8');
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(UTF8_NAMES, 2);
    about.writeUInt16LE(DEFLATED, 4);
    about.writeUInt16LE(NO_TIME, 6);
    about.writeUInt16LE(FIRST_DAY, 8);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(encoded.length, 22);
    parts.push(signature(0x04034b50), about, encoded, packed);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    directory.push(signature(0x02014b50), version(), about, where, encoded);
    offset += 4 + about.length + encoded.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listed, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Made by version 2.0, on no system in particular. */
function version(): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(20);
  return bytes;
}
