import type { Shown } from '#app/statistics/small-numbers.ts';
import { peopleTold, stateOf, type Dated } from './consultation.ts';
import { panelBy, whoIsMissing, type About, type Breakdown } from './members.ts';
import { answerState } from './reply.ts';

/** The panel of a programme at a glance. */
export interface PanelHome {
  parents: number;
  practitioners: number;
  /** Each the end of a sentence that begins "Nobody". */
  missing: string[];
  breakdowns: Breakdown[];
  open: { id: string; title: string; closesOn: string; people: Shown | null; members: number }[];
  drafts: number;
  closed: number;
  /** Themes that families have had no answer to. */
  unanswered: { id: string; name: string; state: 'none' | 'draft' }[];
  themes: number;
}

export interface WholePanel {
  members: readonly { kind: string; about: About; leftOn: string | null }[];
  consultations: readonly {
    consultation: Dated & { id: string; title: string };
    people: number;
    parents: number;
  }[];
  themes: readonly {
    theme: { id: string; name: string };
    reply: { publishedAt: Date | null } | null;
  }[];
}

/** The planned meeting that comes first, today's included. */
export function nextMeeting<
  Meeting extends { id: string; title: string; heldOn: string; startsAt: string; state: string },
>(meetings: readonly Meeting[], today: string) {
  const [next] = meetings
    .filter(({ state, heldOn }) => state === 'planned' && heldOn >= today)
    .sort((a, b) => `${a.heldOn}${a.startsAt}`.localeCompare(`${b.heldOn}${b.startsAt}`));
  if (!next) return null;
  const { id, title, heldOn, startsAt } = next;
  return { id, title, heldOn, startsAt };
}

/**
 * @param today YYYY-MM-DD
 * @param closely for those who may see who is on the panel; for others small counts are hidden
 */
export function panelHome(panel: WholePanel, today: string, closely: boolean): PanelHome {
  const here = panel.members.filter((member) => member.leftOn === null);
  const parents = here
    .filter((member) => member.kind === 'parent-or-carer')
    .map((one) => one.about);
  const states = panel.consultations.map(({ consultation, people, parents }) => ({
    consultation,
    counted: { people, parents },
    state: stateOf(consultation, today),
  }));
  const answers = panel.themes.map(({ theme, reply }) => ({
    theme,
    state: answerState(reply ?? undefined),
  }));
  return {
    parents: parents.length,
    practitioners: here.length - parents.length,
    missing: whoIsMissing(parents),
    breakdowns: panelBy(parents, closely),
    open: states
      .filter(({ state }) => state === 'open')
      .map(({ consultation: { id, title, closesOn }, counted, state }) => ({
        id,
        title,
        closesOn: closesOn ?? today,
        people: peopleTold(counted, state, closely),
        members: here.length,
      })),
    drafts: states.filter(({ state }) => state === 'draft').length,
    closed: states.filter(({ state }) => state === 'closed').length,
    unanswered: answers.flatMap(({ theme, state }) =>
      state === 'published' ? [] : [{ id: theme.id, name: theme.name, state }],
    ),
    themes: answers.length,
  };
}
