import { z } from 'zod';

/**
 * Answers sealed on a tablet so that only the server can read them: an ephemeral key agreed with the
 * server's public key (ECDH, P-256), stretched by HKDF with SHA-256, closes AES-GCM with 256 bits
 * (the construction of RFC 9180's base mode, by Web Crypto, which tablets and Node both have). A
 * lost tablet tells nobody what families answered, and there is no pass phrase to forget.
 */

/** A key as JSON (RFC 7517): kept and sent as it is. */
export const KeyAsJson = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().max(64),
  y: z.string().max(64),
});
export type KeyAsJson = z.infer<typeof KeyAsJson>;

const Base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);

export const Sealed = z.object({
  /** The public half of the key that was made for this one set of answers. */
  key: KeyAsJson,
  iv: Base64.max(32),
  data: Base64.max(1_000_000),
});
export type Sealed = z.infer<typeof Sealed>;

export const AGREEMENT = { name: 'ECDH', namedCurve: 'P-256' } as const;
/** Bytes of the initialisation vector that AES-GCM wants. */
export const IV_BYTES = 12;

/** What keeps a sealed text from being opened as another one: its key and its tablet. */
export interface SealedFor {
  tabletId: string;
  submissionKey: string;
}

/**
 * Seals a text.
 *
 * @param once a key pair and IV_BYTES random bytes, made for this text and used for no other
 */
export async function seal(
  text: string,
  publicKey: KeyAsJson,
  what: SealedFor,
  once: { pair: CryptoKeyPair; iv: Uint8Array<ArrayBuffer> },
): Promise<Sealed> {
  const theirs = await crypto.subtle.importKey('jwk', publicKey, AGREEMENT, false, []);
  const key = await sharedKey(once.pair.privateKey, theirs);
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: once.iv, additionalData: bytesOf(contextOf(what)) },
    key,
    bytesOf(text),
  );
  return {
    key: KeyAsJson.parse(await crypto.subtle.exportKey('jwk', once.pair.publicKey)),
    iv: toBase64(once.iv),
    data: toBase64(new Uint8Array(data)),
  };
}

/** Opens what was sealed, or null when it was changed, or sealed for something else. */
export async function unseal(
  sealed: Sealed,
  privateKey: JsonWebKey,
  what: SealedFor,
): Promise<string | null> {
  try {
    const ours = await crypto.subtle.importKey('jwk', privateKey, AGREEMENT, false, ['deriveBits']);
    const theirs = await crypto.subtle.importKey('jwk', sealed.key, AGREEMENT, false, []);
    const key = await sharedKey(ours, theirs);
    const data = await crypto.subtle.decrypt(
      {
        name: 'AES-GCM',
        iv: fromBase64(sealed.iv),
        additionalData: bytesOf(contextOf(what)),
      },
      key,
      fromBase64(sealed.data),
    );
    return new TextDecoder().decode(data);
  } catch {
    return null;
  }
}

const contextOf = ({ tabletId, submissionKey }: SealedFor) =>
  `throughline outreach 1\n${tabletId}\n${submissionKey}`;

async function sharedKey(ours: CryptoKey, theirs: CryptoKey): Promise<CryptoKey> {
  const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, ours, 256);
  const stretched = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: new Uint8Array(),
      info: bytesOf('throughline outreach 1'),
    },
    stretched,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
