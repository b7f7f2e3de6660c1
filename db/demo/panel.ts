import { takeFinding } from '#app/needs/take-finding.server.ts';
import { addMember } from '#app/panel/add-member.server.ts';
import { castVote } from '#app/panel/cast-vote.server.ts';
import { changeStatements } from '#app/panel/change-statements.server.ts';
import { closeConsultation } from '#app/panel/close-consultation.server.ts';
import { makePersonalLink } from '#app/panel/make-personal-link.server.ts';
import { MemberForm } from '#app/panel/members.ts';
import { openConsultation } from '#app/panel/open-consultation.server.ts';
import { startConsultation } from '#app/panel/start-consultation.server.ts';
import type { Person } from '#app/people/can.ts';
import { sourceKey, type Comment, type Source } from '#app/themes/comments.ts';
import { gatherComments } from '#app/themes/gather-comments.server.ts';
import { nameTheme } from '#app/themes/name-theme.server.ts';
import { readComments } from '#app/themes/read-comments.server.ts';
import { themeNamed } from '#app/themes/theme.ts';
import { dayOf } from '#app/ui/words.ts';
import { statementsOf } from '#db/statements.ts';
import { theStore } from '../store.server.ts';
import { demoCoding } from './coding.ts';
import type { Demonstration } from './load.server.ts';
import type { DemoNeeds } from './needs.ts';
import { DEMO_MEMBERS } from './panel-people.ts';
import {
  DEMO_THEMES,
  HOURS,
  VOTE_OF,
  WELCOME,
  type DemoConsultation,
  type DemoTheme,
  type DemoThemeName,
} from './panel-words.ts';

export interface DemoPanel {
  /** Who come in by personal link, in the order of panel-people.ts; the first is Leanne Moss. */
  people: Person[];
  /** Closed, with votes and comments. */
  hoursId: string;
  /** Open, and not answered by Leanne Moss yet. */
  welcomeId: string;
  themes: Record<DemoThemeName, string>;
}

const daysFrom = (d: Demonstration, days: number) => new Date(d.now.getTime() + days * 86_400_000);

/**
 * The demonstration's panel: twelve members, a consultation that is over and one that is open, and
 * five themes gathered from it and from the survey, four of them evidence of a need.
 */
export async function demoPanel(d: Demonstration, { needs }: DemoNeeds): Promise<DemoPanel> {
  const people = await recruit(d);
  const hoursId = await ask(d, people, HOURS, { opened: -40, closes: -19 });
  await closeConsultation(d.facilitator, d.programme, hoursId, daysFrom(d, -19));
  const welcomeId = await ask(d, people, WELCOME, { opened: -4, closes: 10 });
  const themes = await gatherAll(d);
  // Coded before anything rests on a theme: evidence counts what is under it on that day.
  await demoCoding(d, themes);
  for (const name of ['hours', 'fathers', 'knowing', 'transport'] as const) {
    const source = { from: 'theme', theme: themes[name] } as const;
    const taken = await takeFinding(d.lead, d.programme, source, { needId: needs[name] }, null);
    if (!taken.ok) throw new Error(`Nothing is gathered under “${DEMO_THEMES[name].name}”.`);
  }
  return { people, hoursId, welcomeId, themes };
}

/** Puts the twelve on the panel, and makes most of them a personal link. */
async function recruit(d: Demonstration): Promise<Person[]> {
  const people: Person[] = [];
  for (const { joined, ...about } of DEMO_MEMBERS) {
    const joinedOn = dayOf(daysFrom(d, -joined));
    const fields = MemberForm.parse({ ...about, joinedOn });
    const { memberId, person } = await addMember(d.facilitator, d.programme, fields);
    if (about.name !== 'Rhiannon Cole') {
      await makePersonalLink(d.facilitator, d.programme, memberId, daysFrom(d, -41));
    }
    people.push(person);
  }
  return people;
}

/** Drafts a consultation, opens it, and lets the members answer as their words say. */
async function ask(
  d: Demonstration,
  people: readonly Person[],
  about: DemoConsultation,
  days: { opened: number; closes: number },
): Promise<string> {
  const { title, purpose } = about;
  const opened = daysFrom(d, days.opened);
  // What is still open takes statements of members' own.
  const proposals = days.closes > 0;
  const fields = { title, purpose, standing: 'engagement', proposals } as const;
  const id = await startConsultation(d.facilitator, d.programme, fields, opened);
  for (const { text } of about.statements) {
    await changeStatements(d.facilitator, d.programme, id, { do: 'add', text });
  }
  const closesOn = dayOf(daysFrom(d, days.closes));
  const why = await openConsultation(d.facilitator, d.programme, id, closesOn, opened);
  if (why.length > 0) throw new Error(`“${title}” does not open: ${why[0]?.message ?? ''}`);
  const statements = await statementsOf(theStore().read, d.authorityId, id);
  for (const [n, person] of people.entries()) {
    // One after another over the days, so that answers do not all come at one moment.
    const at = daysFrom(d, days.opened + 1 + (n % 2));
    for (const [s, { votes, comments }] of about.statements.entries()) {
      const vote = VOTE_OF[votes[n] ?? '.'];
      const comment = comments[person.name] ?? '';
      if (vote) await castVote(person, id, statements[s]?.id ?? '', { vote, comment }, at);
    }
  }
  return id;
}

async function gatherAll(d: Demonstration): Promise<Record<DemoThemeName, string>> {
  const comments = await readComments(theStore().read, d.programme);
  const themes = {} as Record<DemoThemeName, string>;
  for (const name of Object.keys(DEMO_THEMES) as DemoThemeName[]) {
    const { name: called, definition, ...belongs } = DEMO_THEMES[name];
    themes[name] = await nameTheme(d.facilitator, d.programme, themeNamed(called, definition));
    const sources = [...ofPanel(comments, belongs), ...ofSurvey(comments, belongs)];
    // While members still answered: one of them has waited longer for its answer than is promised.
    await gatherComments(d.facilitator, d.programme, themes[name], sources, daysFrom(d, -33));
  }
  return themes;
}

type Belongs = Pick<DemoTheme, 'panel' | 'survey'>;

/** The panel’s comments that belong under a theme, recognised by their words. */
function ofPanel(comments: readonly Comment[], { panel }: Belongs): Source[] {
  const words = panel.flatMap(({ statement, by }) => {
    const said = HOURS.statements[statement]?.comments ?? {};
    return Object.entries(said).flatMap(([who, what]) => (!by || by.includes(who) ? [what] : []));
  });
  return comments.flatMap(({ source, words: said }) =>
    source.kind === 'vote' && words.includes(said) ? [source] : [],
  );
}

/** Two of the survey’s for each thing said: a theme is gathered by reading, not by searching all. */
function ofSurvey(comments: readonly Comment[], { survey }: Belongs): Source[] {
  const answers = comments.filter(({ source }) => source.kind === 'response');
  const found = survey.flatMap((part) =>
    answers.filter(({ words }) => words.includes(part)).slice(0, 2),
  );
  return [...new Map(found.map((one) => [sourceKey(one.source), one.source])).values()];
}
