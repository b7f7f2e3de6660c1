import { randomBytes } from 'node:crypto';

/** Of this many milliseconds it is known how far their ids were counted. */
const MOMENTS = 1000;
const counted = new Map<number, number>();

/**
 * A new id: UUID version 7 (RFC 9562), which sorts by the time it was made, so that indexes stay
 * compact. Made by the application, never by the database, so that both engines agree. Of one
 * millisecond they are counted on from a number drawn by chance: what is made after another thing sorts
 * after it, and lists whose order ends with the id do not turn round now and then.
 */
export function newId(at: Date = new Date()): string {
  const moment = at.getTime();
  const bytes = randomBytes(16);
  const count = (counted.get(moment) ?? bytes.readUInt32BE(6) >>> 7) + 1;
  counted.set(moment, count);
  const [oldest] = counted.keys();
  if (oldest !== undefined && counted.size > MOMENTS) counted.delete(oldest);
  bytes.writeUIntBE(moment, 0, 6);
  // 26 bits of counting: twelve beside the version, six beside the variant, and a byte.
  bytes.writeUInt16BE(0x7000 | (count >>> 14), 6);
  bytes.writeUInt16BE(0x8000 | (count & 0x3fff), 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A random id that says nothing about when it was made: for what an anonymous family sends. */
export function shuffledId(): string {
  return randomBytes(16).toString('hex');
}
