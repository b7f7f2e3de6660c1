import type { Consultation } from '#db/consultations.ts';
import { formalRecordRow } from '#db/formal.ts';
import type { Reader } from '#db/store.server.ts';
import { whyNotFormal } from './gunning.ts';
import { heldOn } from './read-formal.server.ts';
import { formalRecordOf } from './record.ts';

/**
 * What a formal consultation lacks before it may be open until the end of a day, each with the page of
 * the record where it is put right; empty for every other consultation.
 */
export async function whatFormalLacks(
  db: Reader,
  consultation: Consultation,
  dates: { closesOn: string; today: string; opensOn?: string },
  only?: readonly string[],
): Promise<{ field: string; message: string }[]> {
  if (consultation.standing !== 'formal') return [];
  const { authorityId, id } = consultation;
  const { parts } = await formalRecordRow(db, authorityId, id);
  const held = { ...(await heldOn(db, consultation, dates.today)), ...dates };
  const seen = new Set<string>();
  return whyNotFormal(formalRecordOf(parts), held)
    .filter((lack) => only?.includes(lack.id) ?? true)
    .filter((lack) => !seen.has(lack.id) && seen.add(lack.id))
    .map((lack) => ({ field: `formal-${lack.id}`, message: lack.message }));
}
