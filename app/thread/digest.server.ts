import { createHash } from 'node:crypto';
import { canonicalJson } from './digest.ts';

/** The SHA-256 of a value, the same on every engine and machine, as 64 hexadecimal digits. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** The SHA-256 of a file's bytes: the same file again is recognised. */
export function digestOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
