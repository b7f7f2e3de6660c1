import { noteErased } from '#db/erased.server.ts';
import { randomBytes } from 'node:crypto';
import { flagIfWorrying } from '#db/care.ts';
import { shuffledId } from '#db/ids.ts';
import { INTEREST_SOURCE } from '#db/invitations.ts';
import { record, type Programme } from '#db/people.ts';
import {
  callByCode,
  callById,
  deleteInterest,
  insertInterest,
  type CallRow,
  type InterestContactRow,
  type InterestRow,
} from '#db/recruitment.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { referenceFrom, typedReference } from '#app/survey/reference.ts';
import { aboutOf } from '../members.ts';
import type { InterestFields } from './interest.ts';

/** The call of a public address, and whether people can still answer it. */
export async function callFor(code: string, today: string) {
  const found = await callByCode(theStore().read, code);
  if (!found) throw new NotFound();
  const { call, authority } = found;
  return { call, authority, open: today <= call.closesOn };
}

/**
 * Keeps that somebody would like to be on the panel. What families do leaves no row in the audit trail
 * that says who came when.
 */
export async function expressInterest(
  code: string,
  fields: InterestFields,
  today: string,
): Promise<{ reference: string; worrying: boolean } | 'closed'> {
  const { call, open } = await callFor(code, today);
  if (!open) return 'closed';
  const rows = rowsOf(call, fields, today, 'web');
  const { id, authorityId, helps } = rows.interest;
  const source = { kind: INTEREST_SOURCE, id, question: '' };
  const flag = { authorityId, programmeId: call.programmeId, source, words: helps };
  const worrying = await theStore().write(null, async (tx) => {
    await insertInterest(tx, rows.interest, rows.contact);
    return flagIfWorrying(tx, flag);
  });
  return { reference: rows.interest.reference, worrying };
}

/** The same from paper or the telephone, typed by staff, also after the call has closed. */
export async function typeInterest(
  by: Person,
  programme: Programme,
  callId: string,
  fields: InterestFields,
  today: string,
): Promise<{ reference: string }> {
  allow(by, 'panel.manage', programme);
  const call = await callById(theStore().read, programme.authorityId, programme.id, callId);
  if (!call) throw new NotFound('call');
  const rows = rowsOf(call, fields, today, 'paper');
  await theStore().write(null, async (tx) => {
    await insertInterest(tx, rows.interest, rows.contact);
    await record(tx, by, 'interest.typed', { kind: 'call', id: call.id }, { title: call.title });
  });
  return { reference: rows.interest.reference };
}

function rowsOf(
  call: CallRow,
  fields: InterestFields,
  saidOn: string,
  channel: 'web' | 'paper',
): { interest: InterestRow; contact: InterestContactRow } {
  const { authorityId } = call;
  const id = shuffledId();
  const { name, email, phone, preferred, language } = fields;
  return {
    interest: {
      id,
      authorityId,
      callId: call.id,
      reference: referenceFrom(randomBytes(16)),
      about: aboutOf(fields),
      helps: fields.helps,
      channel,
      saidOn,
      outcome: 'waiting',
      joinedAs: null,
      flag: fields.website === '' ? '' : 'hidden-field',
    },
    contact: { interestId: id, authorityId, name, email, phone, preferred, language },
  };
}

/** Takes back an interest by its reference: the details are deleted. False where there is none. */
export async function withdrawInterest(code: string, typed: string): Promise<boolean> {
  const found = await callByCode(theStore().read, code);
  const reference = typedReference(typed);
  if (!found || reference === undefined) return false;
  const { call } = found;
  return theStore().write(`call:${call.id}`, async (tx) => {
    const gone = await deleteInterest(tx, call.authorityId, call.id, reference);
    if (gone) {
      await noteErased(tx, call.authorityId, 'interest', reference);
      const doer = { authorityId: call.authorityId, name: 'A family' };
      await record(
        tx,
        doer,
        'interest.withdrawn',
        { kind: 'call', id: call.id },
        {
          title: call.title,
        },
      );
    }
    return gone;
  });
}
