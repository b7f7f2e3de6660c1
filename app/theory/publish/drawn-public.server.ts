import { createHash } from 'node:crypto';
import { DrawnOnce } from '#app/documents/drawn-once.server.ts';
import { theorySvg } from '../draw.ts';
import type { Format } from '../formats/exports.ts';
import type { AboutTheory } from '../formats/theory-document.ts';
import { writeTheory } from '../formats/write-theory.server.ts';
import type { Theory } from '../graph.ts';

/** What was drawn of published theories, for everybody who asks for the same. */
const drawn = new DrawnOnce(48 * 1024 * 1024);

/**
 * Kept by what it is made from and not by an id: a name that erasure takes out, or another colour of the
 * authority, is another file at once.
 */
const keyOf = (...from: unknown[]) =>
  createHash('sha256').update(JSON.stringify(from)).digest('base64');

/** The picture of a published theory on its page, as SVG. */
export async function publicPicture(theory: Theory): Promise<string> {
  const body = await drawn.get(keyOf('picture', theory), () =>
    new TextEncoder().encode(theorySvg(theory, { legend: true })),
  );
  return new TextDecoder().decode(body);
}

/** A published theory as a file. */
export function publicFile(
  theory: Theory,
  format: Format,
  about: Omit<AboutTheory, 'figures'>,
): Promise<Uint8Array> {
  return drawn.get(keyOf(format, theory, about), () => writeTheory(theory, format, about));
}
