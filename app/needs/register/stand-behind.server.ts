import { evidenceByIds } from '#db/needs.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { tie, untie } from '#db/thread.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { needOf } from './change-need.server.ts';

/**
 * Puts evidence behind a need, or against it: a register that lists only what speaks for a need
 * cannot be trusted. Evidence that stood on the other side changes over.
 */
export async function putEvidence(
  by: Person,
  programme: Programme,
  needId: string,
  evidenceId: string,
  side: 'for' | 'against',
): Promise<void> {
  allow(by, 'needs.edit', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    await needOf(tx, programme, needId);
    const [evidence] = await evidenceByIds(tx, authorityId, programmeId, [evidenceId]);
    if (!evidence) throw new NotFound('evidence');
    const from = { kind: 'evidence', id: evidenceId } as const;
    const to = { kind: 'need', id: needId } as const;
    await untie(tx, { authorityId, programmeId }, from, to);
    await tie(tx, [
      {
        authorityId,
        programmeId,
        from,
        to,
        at: new Date(),
        by: by.id,
        wordsThen: evidence.sentence,
        against: side === 'against',
      },
    ]);
    await record(tx, by, 'thread.tied', to, { from: 'evidence', to: 'need' });
  });
}
