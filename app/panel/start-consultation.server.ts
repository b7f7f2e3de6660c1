import { randomBytes } from 'node:crypto';
import { insertConsultation } from '#db/consultations.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { insertPoll } from '#db/polls.ts';
import { surveyCodeFrom } from '#app/survey/reference.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import type { ConsultationFields } from './consultation.ts';
import type { Kind } from './kinds/kinds.ts';

/** Drafts a consultation: nobody is asked until it is opened. */
export async function startConsultation(
  by: Person,
  programme: Programme,
  fields: Pick<ConsultationFields, 'title' | 'purpose' | 'standing'> & {
    kind?: Kind;
    proposals?: boolean;
  },
  createdAt = new Date(),
): Promise<string> {
  allow(by, 'panel.manage', programme);
  const { title, purpose, standing, kind = 'statements', proposals = false } = fields;
  const { authorityId, id: programmeId } = programme;
  const id = newId(createdAt);
  await theStore().write(null, async (tx) => {
    await insertConsultation(tx, {
      id,
      authorityId,
      programmeId,
      title,
      purpose,
      standing,
      kind,
      settings: { proposals },
      status: 'draft',
      opensOn: null,
      closesOn: null,
      version: 1,
      createdAt,
    });
    if (kind === 'poll') {
      const code = surveyCodeFrom(randomBytes(16));
      const poll = { consultationId: id, authorityId, code, audience: 'adults', onScreen: 'no' };
      await insertPoll(tx, poll);
    }
    await record(tx, by, 'consultation.started', { kind: 'consultation', id }, { title });
  });
  return id;
}
