import { flagIfWorrying } from '#db/care.ts';
import { LOOKED_AT, NOT_SHOWN } from '#db/hidden-words.ts';
import {
  ASKED,
  deleteInterestContact,
  INTEREST_SOURCE,
  invitationById,
  markJoined,
  updateInvitation,
} from '#db/invitations.ts';
import { cancelWaiting } from '#db/outbox.ts';
import { record, type Doer, type Programme } from '#db/people.ts';
import { queueMessage } from '#db/post.ts';
import {
  callAnywhere,
  contactsOfInterests,
  interestById,
  setOutcome,
  type InterestContactRow,
  type InterestRow,
} from '#db/recruitment.ts';
import { interestsToRead } from '#db/shown-words.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { dayOf } from '#app/ui/words.ts';
import { putOnPanel } from '../members/put-on-panel.server.ts';
import { findLink, spendLink, type FoundLink } from '../post/find-link.server.ts';
import { hasGivenWay, type InvitationAnswer, type InvitationStanding } from './invitation.ts';
import { callInWrite } from './invite-drawn.server.ts';
import { hasFreePlace, type Turns } from './turns.ts';

/** What came of an answer: the page says each of them in its own words. */
export type CameOfIt =
  | 'joined'
  | 'declined'
  | 'asked'
  /** The same, with words that somebody looks at first. */
  | 'asked-worrying'
  | 'too-late'
  | 'already-member';

const FAMILY = 'Somebody who was invited';

/** The invitation of a link, with the call that it is about; undefined where the link is no good. */
export async function invitationOfLink(token: string, at = new Date()) {
  const { read } = theStore();
  const link = await findLink(token, 'invitation', at);
  const invitation = link && (await invitationById(read, link.authorityId, link.about?.id ?? ''));
  const call = invitation && (await callAnywhere(read, invitation.authorityId, invitation.callId));
  if (!invitation || !call) return undefined;
  const { authorityId, callId, interestId } = invitation;
  const interest = await interestById(read, authorityId, callId, interestId);
  return interest && { invitation, ...call, outcome: interest.outcome };
}

/**
 * Answers an invitation by its link. A yes after a no or after the day counts as long as the place is
 * free; undefined where the link does not work any more.
 */
export async function answerInvitation(
  token: string,
  answer: InvitationAnswer,
  question: string,
  at = new Date(),
): Promise<CameOfIt | undefined> {
  const found = await invitationOfLink(token, at);
  if (!found) return undefined;
  const { invitation, call } = found;
  return theStore().write(`call:${call.id}`, async (tx) => {
    const link: FoundLink | undefined = await spendLink(tx, token, 'invitation', at);
    if (!link) return undefined;
    const doer = { authorityId: call.authorityId, name: FAMILY };
    const programme = { id: call.programmeId, authorityId: call.authorityId };
    return answered(tx, doer, programme, invitation.id, { answer, question, how: 'web' }, at);
  });
}

/** The same on paper or by telephone, noted by staff; for whom nobody was sent an invitation too. */
export async function typeAnswer(
  by: Person,
  programme: Programme,
  callId: string,
  interestId: string,
  answer: 'yes' | 'no',
  at = new Date(),
): Promise<{ came: CameOfIt; memberId: string | null; name: string }> {
  allow(by, 'panel.manage', programme);
  return theStore().write(`call:${callId}`, async (tx) => {
    const { people, invitations, turns, standings } = await callInWrite(tx, programme, callId);
    const interest = people.find(({ id }) => id === interestId);
    const standing = standings.get(interestId);
    if (!interest || !standing) throw new NotFound('person');
    if (interest.outcome !== 'waiting') {
      throw new Conflict(
        'Somebody else has answered for this person meanwhile. Load the page again.',
      );
    }
    if (answer === 'yes' && !mayJoin(interestId, standing, turns, standings)) {
      throw new Conflict(
        standing === 'waiting'
          ? 'This person was not drawn. Nobody joins the panel who was not drawn.'
          : 'The place has been offered to somebody else meanwhile. If one becomes free, say yes for them then.',
      );
    }
    const contact = await contactFor(tx, interest);
    const invitation = invitations.get(interestId);
    if (invitation) {
      const change = { answer, answeredAt: at, how: 'paper' } as const;
      await updateInvitation(tx, programme.authorityId, invitation.id, change);
    }
    if (answer === 'no') {
      await decline(tx, programme.authorityId, interestId, at);
      await record(tx, by, 'interest.declined', { kind: 'call', id: callId });
      return { came: 'declined', memberId: null, name: contact.name };
    }
    const memberId = await join(tx, by, programme, interest, contact, at);
    return { came: 'joined', memberId, name: contact.name };
  });
}

/** Takes back that somebody said no, as long as nobody was asked in their place. */
export async function takeBackDecline(
  by: Person,
  programme: Programme,
  callId: string,
  interestId: string,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  await theStore().write(`call:${callId}`, async (tx) => {
    const { people, invitations, turns, standings } = await callInWrite(tx, programme, callId);
    const interest = people.find(({ id }) => id === interestId);
    if (interest?.outcome !== 'declined') throw new NotFound('person');
    if (turns && !hasFreePlace(turns, interestId, standings)) {
      throw new Conflict('The place has been offered to somebody else meanwhile.');
    }
    await setOutcome(tx, programme.authorityId, interestId, 'waiting');
    const invitation = invitations.get(interestId);
    if (invitation) {
      const change = { answer: '', answeredAt: null, how: '', question: '' };
      await updateInvitation(tx, programme.authorityId, invitation.id, change);
    }
    await record(tx, by, 'interest.declined-undone', { kind: 'call', id: callId });
  });
}

interface Answered {
  answer: InvitationAnswer;
  question: string;
  how: 'web' | 'paper';
}

async function answered(
  tx: Writer,
  by: Doer,
  programme: { id: string; authorityId: string },
  invitationId: string,
  { answer, question, how }: Answered,
  at: Date,
): Promise<CameOfIt | undefined> {
  const { authorityId } = programme;
  const invitation = await invitationById(tx, authorityId, invitationId);
  if (!invitation) return undefined;
  const { callId, interestId } = invitation;
  const { people, turns, standings } = await callInWrite(tx, programme, callId);
  const interest = people.find(({ id }) => id === interestId);
  const standing = standings.get(interestId);
  if (!interest || !standing) return undefined;
  if (standing === 'member') return 'already-member';
  const said = { answer, answeredAt: at, how };
  switch (answer) {
    case 'tell-more':
      if (hasGivenWay(standing)) return 'too-late';
      await updateInvitation(tx, authorityId, invitationId, { ...said, question });
      return (await worries(tx, programme, interestId, question)) ? 'asked-worrying' : 'asked';
    case 'no':
      await updateInvitation(tx, authorityId, invitationId, said);
      await decline(tx, authorityId, interestId, at);
      if (standing !== 'declined') {
        await record(tx, by, 'interest.declined', { kind: 'call', id: callId });
      }
      return 'declined';
    case 'yes': {
      await updateInvitation(tx, authorityId, invitationId, said);
      if (!mayJoin(interestId, standing, turns, standings)) return 'too-late';
      await join(tx, by, programme, interest, await contactFor(tx, interest), at);
      return 'joined';
    }
  }
}

/** Whether a yes counts: of those drawn and asked, and of whoever gave way while the place is free. */
function mayJoin(
  interestId: string,
  standing: InvitationStanding,
  turns: Turns | null,
  standings: ReadonlyMap<string, InvitationStanding>,
): boolean {
  if (standing === 'waiting') return false;
  if (!hasGivenWay(standing)) return true;
  return turns !== null && hasFreePlace(turns, interestId, standings);
}

/** They said no: nothing that still waits for them asks them again. */
async function decline(tx: Writer, authorityId: string, interestId: string, at: Date) {
  await setOutcome(tx, authorityId, interestId, 'declined');
  await cancelWaiting(tx, authorityId, { interest: interestId }, at);
}

const worries = (
  tx: Writer,
  { authorityId, id: programmeId }: { id: string; authorityId: string },
  interestId: string,
  words: string,
) => {
  const source = { kind: INTEREST_SOURCE, id: interestId, question: ASKED };
  return flagIfWorrying(tx, { authorityId, programmeId, source, words });
};

/**
 * What would help somebody, to go with them onto the panel: not while it is looked at, nor where it is
 * not shown, for there it would be shown again.
 */
async function helpsToKeep(
  tx: Writer,
  where: { authorityId: string; programmeId: string },
  { id, callId }: InterestRow,
): Promise<string> {
  const read = (await interestsToRead(tx, where, callId)).find((one) => one.id === id);
  const helps = read?.helps ?? '';
  return helps === LOOKED_AT || helps === NOT_SHOWN ? '' : helps;
}

/** Makes a member of somebody: how to reach them moves, and they are sent the way to their page. */
async function join(
  tx: Writer,
  by: Doer,
  programme: { id: string; authorityId: string },
  interest: InterestRow,
  contact: InterestContactRow,
  at: Date,
): Promise<string> {
  const { authorityId, id: programmeId } = programme;
  const { about } = interest;
  const { name, email, phone, preferred, language } = contact;
  const helps = await helpsToKeep(tx, { authorityId, programmeId }, interest);
  const { memberId } = await putOnPanel(
    tx,
    by,
    programme,
    {
      ...{ name, email, phone, preferred, language },
      kind: 'parent-or-carer',
      joinedOn: dayOf(at),
      sex: about['sex'] ?? '',
      ageBand: about['ageBand'] ?? '',
      ethnicGroup: about['ethnicGroup'] ?? '',
      caresAs: about['caresAs'] ?? '',
      area: about['area'] ?? '',
      ...{ access: '', interpreter: '', childcare: '', helps },
    },
    at,
  );
  await markJoined(tx, authorityId, interest.id, memberId);
  await deleteInterestContact(tx, authorityId, interest.id);
  await cancelWaiting(tx, authorityId, { interest: interest.id }, at);
  const to = { member: memberId };
  await queueMessage(tx, { authorityId, programmeId, to, kind: 'panel-welcome', at });
  return memberId;
}

async function contactFor(tx: Writer, { authorityId, id }: InterestRow) {
  const contact = (await contactsOfInterests(tx, authorityId, [id])).get(id);
  if (!contact) throw new NotFound('person');
  return contact;
}
