import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { config } from '#app/config.server.ts';

let kept: string | undefined;

/**
 * The secret that signs and hashes: from the settings, or made at first start and kept in the data
 * folder, readable by its owner only.
 */
function secret(): string {
  kept ??= config.sessionSecret ?? readOrMakeSecret(path.join(config.dataFolder, 'secret'));
  return kept;
}

function readOrMakeSecret(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    // 'wx' fails when the file is there: two processes starting at once agree on one secret.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** A keyed hash of what is said, for a purpose: a token of one purpose is worth nothing to another. */
export function sealed(purpose: string, text: string): string {
  return createHmac('sha256', secret()).update(`${purpose}\n${text}`).digest('base64url');
}

/** Whether two tokens are the same, taking the same time whether they are or not. */
export function sameToken(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
