import type { Programme } from '#db/people.ts';
import type { InvitationRow } from '#db/invitations.ts';
import { membersOf } from '#db/panel.ts';
import type { DrawRow, InterestContactRow, InterestRow } from '#db/recruitment.ts';
import { theStore } from '#db/store.server.ts';
import type { Person } from '#app/people/can.ts';
import { noteReading } from '#app/people/note-reading.server.ts';
import { sayMoment, sayShortDay } from '#app/ui/words.ts';
import { AGE_BANDS, CARES_AS, labelIn, PREFERRED, SEXES } from '../member-lists.ts';
import { quotaLines } from './call-page.ts';
import type { CallView, PersonLine } from './CallPage.tsx';
import { readCall } from './draw-panel.server.ts';
import { funnelOf, hasGivenWay, STANDING_NAMES, type InvitationStanding } from './invitation.ts';
import { balancedBy, quotasOf, sayQuota } from './open-call.ts';
import { standingsOf, turnsOf, type Turns } from './turns.ts';

/** A call as its page shows it; the newest draw is made again, to see that it gives the same. */
export async function callView(
  by: Person,
  programme: Programme,
  callId: string,
  today: string,
): Promise<Omit<CallView, 'address' | 'qr'> & { code: string }> {
  const { call, people, contacts, draws, invitations } = await readCall(by, programme, callId);
  if (people.length > 0) noteReading(by, 'contacts', people.length);
  const ways = balancedBy(programme.places);
  const { id, code, title, size, closesOn, keepUntil } = call;
  const [newest] = draws;
  const turns = newest ? turnsOf(newest, people, invitations) : null;
  const standings = standingsOf(people, invitations, turns?.asked ?? []);
  const names = await memberNames(programme);
  const lines = new Map(
    people.map((one) => [
      one.id,
      lineOf(
        one,
        contacts.get(one.id) ?? names.get(one.joinedAs ?? ''),
        standings.get(one.id) ?? 'waiting',
        invitations.get(one.id),
      ),
    ]),
  );
  return {
    id,
    code,
    title,
    size,
    closesOn,
    keepUntil,
    open: today <= closesOn,
    quotas: quotasOf(call.quotas).map((quota) => sayQuota(quota, ways, size)),
    people: [...lines.values()],
    drawsBefore: Math.max(0, draws.length - 1),
    funnel: funnelOf([...standings.values()]),
    draw: newest && turns ? drawOf(newest, turns) : null,
  };

  function drawOf(draw: DrawRow, { pool, again, asked, withoutSubstitute }: Turns) {
    const inTurn = new Set(asked);
    const others = [...lines.values()].filter(
      ({ id, standing }) => !inTurn.has(id) && (hasGivenWay(standing) || invitations.has(id)),
    );
    const taken = asked.flatMap((one) => lines.get(one) ?? []);
    return {
      when: sayMoment(draw.drawnAt),
      seed: draw.seed,
      reason: draw.reason,
      sameAgain: [...again.drawn].sort().join() === [...draw.drawn].sort().join(),
      asked: taken,
      others,
      toInvite: taken.filter(({ standing }) => standing === 'drawn' || hasGivenWay(standing))
        .length,
      notDrawn: [...lines.values()].filter(({ standing }) => standing === 'waiting').length,
      withoutSubstitute,
      quotas: quotaLines(pool, asked, ways).lines,
    };
  }
}

/** Names of those who became members: how to reach them is with the member now. */
async function memberNames({ authorityId, id }: Programme): Promise<Map<string, { name: string }>> {
  const members = await membersOf(theStore().read, authorityId, id);
  return new Map(members.map((member) => [member.id, { name: member.name }]));
}

function lineOf(
  interest: InterestRow,
  contact: (Partial<InterestContactRow> & { name: string }) | undefined,
  standing: InvitationStanding,
  invitation: InvitationRow | undefined,
): PersonLine {
  const { about } = interest;
  const said = [
    labelIn(CARES_AS, about['caresAs']),
    labelIn(SEXES, about['sex']),
    labelIn(AGE_BANDS, about['ageBand']),
    about['area'] ?? '–',
  ].filter((words) => words !== '–');
  const reach = [
    contact?.email ?? '',
    contact?.phone ?? '',
    contact?.preferred ? `prefers ${labelIn(PREFERRED, contact.preferred).toLowerCase()}` : '',
    contact?.language ?? '',
  ].filter((words) => words !== '');
  return {
    id: interest.id,
    name: contact?.name ?? '–',
    about: said.length === 0 ? 'Said nothing' : said.join(', '),
    helps: interest.helps,
    reach: reach.join(', '),
    saidOn: sayShortDay(interest.saidOn),
    channel: interest.channel === 'web' ? 'On the web' : 'On paper',
    standing,
    now: sayStanding(standing, invitation),
    question: standing === 'asks' ? (invitation?.question ?? '') : '',
    answerBy: invitation?.answerBy ?? null,
    memberId: interest.joinedAs,
  };
}

/** "Invited, to answer by 4 Dec 2026; reminded once". */
function sayStanding(standing: InvitationStanding, invitation: InvitationRow | undefined): string {
  const name = STANDING_NAMES[standing];
  if (!invitation || (standing !== 'invited' && standing !== 'asks')) return name;
  const reminded = ['', '; reminded once', '; reminded twice'][invitation.reminders] ?? '';
  return `${name}, to answer by ${sayShortDay(invitation.answerBy)}${reminded}`;
}
