import { randomBytes } from 'node:crypto';

/**
 * A new id: UUID version 7 (RFC 9562), which sorts by the time it was made, so that indexes stay
 * compact. Made by the application, never by the database, so that both engines agree.
 */
export function newId(at: Date = new Date()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A random id that says nothing about when it was made: for what an anonymous family sends. */
export function shuffledId(): string {
  return randomBytes(16).toString('hex');
}
