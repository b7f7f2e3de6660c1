import { createHmac, timingSafeEqual } from 'node:crypto';
import { theSecret } from '#app/people/secret.server.ts';

/** A keyed hash of what is said, for a purpose: a token of one purpose is worth nothing to another. */
export function sealed(purpose: string, text: string): string {
  return createHmac('sha256', theSecret()).update(`${purpose}\n${text}`).digest('base64url');
}

/** Whether two tokens are the same, taking the same time whether they are or not. */
export function sameToken(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
