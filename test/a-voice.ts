import { addMember } from '#app/panel/add-member.server.ts';
import { castVote } from '#app/panel/cast-vote.server.ts';
import { changeStatements } from '#app/panel/change-statements.server.ts';
import { gatherComments } from '#app/themes/gather-comments.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import { nameTheme } from '#app/themes/name-theme.server.ts';
import { themeNamed } from '#app/themes/theme.ts';
import { openConsultation } from '#app/panel/open-consultation.server.ts';
import { readComments } from '#app/themes/read-comments.server.ts';
import { startConsultation } from '#app/panel/start-consultation.server.ts';
import type { Person } from '#app/people/can.ts';
import { addNeed } from '#app/needs/register/change-need.server.ts';
import { takeFinding } from '#app/needs/take-finding.server.ts';
import { startTheory } from '#app/theory/start-theory.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { statementsOf } from '#db/statements.ts';
import { theStore } from '#db/store.server.ts';
import type { Borough } from './people.ts';
import { aBox, aLink } from './some-plans.ts';

/** What a mother on the panel says, and what grows from it: for stories that begin at the theory. */
export const SAID = {
  comment: 'I finish at six and everything shuts at four.',
  theme: 'Groups at times we can come',
  need: 'Parents at work cannot come by day',
  quietNeed: 'Families do not know what is on offer',
  activity: 'Open two hubs on Thursday evenings',
  website: 'Put the whole offer on one page',
  outcome: 'Working parents take part in their child’s early learning',
} as const;

/** One thread, made by the deeds that people use: from a comment to an activity of the theory. */
export async function aVoiceInTheTheory(borough: Borough): Promise<{
  voteId: string;
  themeId: string;
  needId: string;
  member: Person;
}> {
  const { tom, priya, programme } = borough;
  const { person } = await addMember(
    tom,
    programme,
    MemberForm.parse({
      name: 'Joanne Peel',
      kind: 'parent-or-carer',
      joinedOn: '2026-01-10',
      preferred: 'email',
      email: 'joanne@example.org',
    }),
  );
  const consultationId = await startConsultation(tom, programme, {
    title: 'When should hubs open?',
    purpose: 'The hours are not settled yet.',
    standing: 'engagement',
  });
  const text = 'Daytime groups suit my family';
  await changeStatements(tom, programme, consultationId, { do: 'add', text });
  const soon = dayOf(new Date(Date.now() + 7 * 86_400_000));
  await openConsultation(tom, programme, consultationId, soon);
  const db = theStore().read;
  const [statement] = await statementsOf(db, borough.authorityId, consultationId);
  await castVote(person, consultationId, statement?.id ?? '', {
    vote: 'disagree',
    comment: SAID.comment,
  });
  const definition = 'When groups and drop-ins run';
  const themeId = await nameTheme(tom, programme, themeNamed(SAID.theme, definition));
  const comments = await readComments(db, programme);
  await gatherComments(
    tom,
    programme,
    themeId,
    comments.map((comment) => comment.source),
  );
  const need = (statementOfNeed: string) => ({
    statement: statementOfNeed,
    who: 'Parents who work',
    place: 'All of the borough',
    howMany: 'Not known yet',
    priority: 'high' as const,
    priorityReason: 'The panel put it first.',
  });
  const source = { from: 'theme', theme: themeId } as const;
  const taken = await takeFinding(priya, programme, source, { need: need(SAID.need) }, null);
  if (!taken.ok) throw new Error('The theme could not be taken as evidence.');
  await addNeed(priya, programme, need(SAID.quietNeed));
  await startTheory(priya, programme.id, {
    title: 'Hubs when families can come',
    fromNeeds: false,
    content: {
      boxes: [
        aBox('need', SAID.need, { more: { needId: taken.needId } }),
        aBox('activity', SAID.activity, { more: { lead: 'Early help' } }),
        aBox('activity', SAID.website, { position: 2 }),
        aBox('intermediateOutcome', SAID.outcome),
      ],
      links: [
        aLink(SAID.activity, SAID.outcome, 'leadsTo', 'they can come after work'),
        aLink(SAID.outcome, SAID.need, 'addresses'),
        aLink(SAID.website, SAID.outcome),
      ],
    },
  });
  const [vote] = comments;
  return { voteId: vote?.source.id ?? '', themeId, needId: taken.needId, member: person };
}
