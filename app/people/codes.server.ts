import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** How long one code holds, in seconds (RFC 6238), and how far a phone's clock may be off, in codes. */
const PERIOD = 30;
const WINDOW = 1;

/** A new key of 160 bits, as RFC 4226 asks, in base 32 as applications take it. */
export function newKey(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code holds: who the codes are for, and the key. */
export function codesAddress(key: string, authorityName: string, who: string): string {
  return generatorOf(key, `Throughline, ${authorityName}`, who).toString();
}

/** The key as somebody types it: in groups of four. */
export function inFours(key: string): string {
  return key.replace(/(.{4})(?=.)/g, '$1 ');
}

/**
 * The time step whose code this is (RFC 6238, SHA-1, six figures, 30 seconds), the one before and the
 * one after now included; null where it is none of them.
 *
 * @param code what was typed: spaces do not count
 */
export function stepOf(key: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const off = generatorOf(key).validate({ token, timestamp, window: WINDOW });
  return off === null ? null : TOTP.counter({ period: PERIOD, timestamp }) + off;
}

/** The code of a moment: what a phone would show. */
export function codeAt(key: string, at: Date): string {
  return generatorOf(key).generate({ timestamp: at.getTime() });
}

function generatorOf(key: string, issuer = '', label = ''): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(key), period: PERIOD, digits: 6 });
}

/** Letters and figures that are not taken for one another. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const HOW_MANY = 10;
const LETTERS = 16;

/** How many bytes ten recovery codes are made of. */
export const RECOVERY_BYTES = HOW_MANY * LETTERS;

/** Ten codes for a day without the phone, 80 bits each, as KHQT-2MPA-9XEV-R4JS. */
export const newRecoveryCodes = (): string[] => recoveryCodesFrom(randomBytes(RECOVERY_BYTES));

/** The same, of bytes that nobody can guess. */
export function recoveryCodesFrom(bytes: Uint8Array): string[] {
  return Array.from({ length: HOW_MANY }, (_, n) => {
    const some = bytes.subarray(n * LETTERS, (n + 1) * LETTERS);
    const letters = [...some].map((byte) => ALPHABET[byte % 32] ?? '').join('');
    return letters.replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** What is kept of a recovery code. With 80 bits, nobody finds it from its hash. */
export function recoveryHash(personId: string, code: string): string {
  const letters = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return createHash('sha256').update(`recovery\n${personId}\n${letters}`).digest('hex');
}

/** Whether what was typed has the form of a recovery code. */
export const looksLikeRecovery = (typed: string): boolean =>
  typed.replace(/[^A-Za-z0-9]/g, '').length === 16;
