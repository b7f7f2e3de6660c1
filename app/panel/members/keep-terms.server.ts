import { newId } from '#db/ids.ts';
import { changeMemberTerm, insertMemberTerm, memberTermsOf, saveSettings } from '#db/membership.ts';
import { insertAgreement, insertTerms, termsOf } from '#db/panel-terms.ts';
import { memberById } from '#db/panel.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotAllowed, NotFound } from '#app/people/errors.ts';
import { dayOf, sayDay } from '#app/ui/words.ts';
import { daysAfter } from '../days.ts';
import type { PanelSettings } from './settings.ts';

/** Changes how long things are kept and last, unless somebody else did since `version`. */
export async function setSettings(
  by: Person,
  programme: Programme,
  settings: PanelSettings,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const row = { ...settings, authorityId, programmeId };
    if (!(await saveSettings(tx, row, settings.version))) {
      throw new Conflict('Somebody else changed this meanwhile. Load the page again.');
    }
    await record(tx, by, 'panel.settings', { kind: 'programme', id: programmeId });
  });
}

/** Writes the next version of the terms of reference: the ones before stay as they were agreed to. */
export async function writeTerms(
  by: Person,
  programme: Programme,
  words: string,
  at = new Date(),
): Promise<number> {
  allow(by, 'panel.manage', programme);
  const { authorityId, id: programmeId } = programme;
  return theStore().write(`programme:${programmeId}`, async (tx) => {
    const [newest] = await termsOf(tx, authorityId, programmeId);
    if (newest?.words === words) return newest.number;
    const number = (newest?.number ?? 0) + 1;
    const id = newId(at);
    await insertTerms(tx, {
      ...{ id, authorityId, programmeId, number, words },
      startsOn: dayOf(at),
      createdAt: at,
    });
    await record(tx, by, 'panel.terms', { kind: 'programme', id: programmeId }, { number });
    return number;
  });
}

/** Notes that a member agreed to the newest terms, by themselves or on paper. */
export async function agreeToTerms(
  by: Person,
  programme: { id: string; authorityId: string },
  memberId: string,
  how: 'web' | 'paper',
  agreedOn: string,
): Promise<void> {
  allow(by, how === 'web' ? 'consultation.answer' : 'panel.manage', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`member:${memberId}`, async (tx) => {
    const member = await memberById(tx, authorityId, programmeId, memberId);
    if (!member) throw new NotFound('member');
    if (how === 'web' && member.personId !== by.id) {
      throw new NotAllowed('This is not your membership.');
    }
    const [newest] = await termsOf(tx, authorityId, programmeId);
    if (!newest) throw new Conflict('There are no terms of reference yet. Write them first.');
    const agreement = { id: newId(), authorityId, memberId, termsId: newest.id, agreedOn, how };
    if (!(await insertAgreement(tx, agreement))) return;
    const doer = how === 'web' ? { authorityId, name: 'A member' } : by;
    const { number } = newest;
    await record(tx, doer, 'member.agreed', { kind: 'member', id: memberId }, { number });
  });
}

/**
 * Renews a member's term, from the day after the last one; or, where the day lies inside the newest term,
 * changes when that one ends.
 */
export async function setMemberTerm(
  by: Person,
  programme: Programme,
  memberId: string,
  endsOn: string,
): Promise<{ field: string; message: string }[]> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  return theStore().write(`member:${memberId}`, async (tx) => {
    const member = await memberById(tx, authorityId, programme.id, memberId);
    if (!member) throw new NotFound('member');
    if (member.leftOn !== null) throw new Conflict('This member has left the panel.');
    const [newest] = await memberTermsOf(tx, authorityId, memberId);
    const first = newest?.startsOn ?? member.joinedOn;
    if (endsOn <= first) {
      const since = newest ? 'the newest term starts' : 'they joined';
      return [{ field: 'endsOn', message: `Enter a day after ${sayDay(first)}, when ${since}` }];
    }
    if (endsOn === newest?.endsOn) return [];
    const startsOn = newest ? daysAfter(newest.endsOn, 1) : first;
    if (endsOn === startsOn) {
      return [
        { field: 'endsOn', message: 'Enter a later day: this is the first of the next term' },
      ];
    }
    if (newest && endsOn < newest.endsOn) {
      await changeMemberTerm(tx, authorityId, newest.id, endsOn);
    } else {
      const term = { id: newId(), authorityId, memberId, startsOn, endsOn, remindedAt: null };
      await insertMemberTerm(tx, term);
    }
    await record(tx, by, 'member.term-set', { kind: 'member', id: memberId }, { endsOn });
    return [];
  });
}
