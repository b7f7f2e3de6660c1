/** No vowels (no words by accident) and nothing that is misread or misheard: 0 O, 1 I L, 5 S, 8 B, 2 Z. */
const LETTERS = 'CDFGHJKMNPQRTVWXY34679';

/**
 * A reference that a respondent can read out, such as K7QM-4RXD, from at least 16 random bytes. Its
 * 22^8 (5.5 × 10^10) values are near enough equally likely: the remainder of 2^128 is negligible.
 */
export function referenceFrom(bytes: Uint8Array): string {
  const letters = lettersFrom(bytes, 8);
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** The word in a survey's public address, such as hkq7mr, from at least 16 random bytes. */
export function surveyCodeFrom(bytes: Uint8Array): string {
  return lettersFrom(bytes, 6).toLowerCase();
}

function lettersFrom(bytes: Uint8Array, length: number): string {
  if (bytes.length < 16) throw new RangeError('A reference needs 16 random bytes.');
  let number = 0n;
  for (const byte of bytes.subarray(0, 16)) number = (number << 8n) | BigInt(byte);
  let letters = '';
  for (let i = 0; i < length; i += 1) {
    letters += LETTERS[Number(number % BigInt(LETTERS.length))] ?? '';
    number /= BigInt(LETTERS.length);
  }
  return letters;
}

/** What somebody typed as a reference, as it is stored; undefined when it cannot be one. */
export function typedReference(typed: string): string | undefined {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  const sound = letters.length === 8 && [...letters].every((letter) => LETTERS.includes(letter));
  return sound ? `${letters.slice(0, 4)}-${letters.slice(4)}` : undefined;
}
