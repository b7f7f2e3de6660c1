import { note, type Block } from '#app/documents/blocks.ts';
import type { ReplyStatus } from '#app/panel/reply.ts';
import type { Requirement } from '#app/plan/coverage/packs.ts';
import type { PlanToExport } from '#app/plan/export/export.ts';

/** What families were told became of what they said, as it was published. */
export interface ToldFamilies {
  status: ReplyStatus;
  youSaid: string;
  words: string;
  because: string;
  voices: string;
  inPlan: readonly string[];
}

/** What the documents beside the delivery plan are written from. */
export interface Writing {
  plan: PlanToExport;
  told: readonly ToldFamilies[];
  /** A requirement of the guidance on local plans by its id, as the authority reads it. */
  guidance: (requirementId: string) => Requirement | undefined;
}

/** Whether the authority wrote words of its own into a section of a document. */
export function hasOwnWords({ arrangements }: PlanToExport, document: string, section: string) {
  const kept = (arrangements[document] ?? []).find((one) => one.section === section);
  return kept !== undefined && (kept.before.trim() !== '' || kept.after.trim() !== '');
}

/** What stands where only people can write: nothing where they have. */
export function toBeWritten(
  plan: PlanToExport,
  document: string,
  section: string,
  what: string,
): Block[] {
  if (hasOwnWords(plan, document, section)) return [];
  return [note(`Not written yet: ${what} The authority writes this section in its own words.`)];
}
