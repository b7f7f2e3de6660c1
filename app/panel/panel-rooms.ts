import { links } from '#app/http/links.ts';
import type { Action } from '#app/people/can.ts';

/** A page of the panel that its home leads to. */
export interface PanelRoom {
  name: string;
  hint: string;
  href: string;
  /** Shown only to those who may do this. */
  may?: Action;
}

/** Everything that there is about the panel, in the order in which it is needed over the year. */
export function panelRooms(programmeId: string): PanelRoom[] {
  return [
    {
      name: 'Open calls',
      hint: 'Who came forward, the draw, invitations',
      href: links.calls(programmeId),
      may: 'panel.see',
    },
    {
      name: 'Members',
      hint: 'Who is on the panel, terms, leaving',
      href: links.members(programmeId),
      may: 'panel.see',
    },
    {
      name: 'Meetings',
      hint: 'Dates, agendas, who came, notes, decisions, actions',
      href: links.meetings(programmeId),
    },
    {
      name: 'Who is missing',
      hint: 'The panel beside the families who live here',
      href: links.panelMissing(programmeId),
    },
    {
      name: 'Expenses and thanks',
      hint: 'What members are paid back and thanked with',
      href: links.payments(programmeId),
      may: 'panel.see',
    },
    {
      name: 'Terms of reference',
      hint: 'What members agree to, how long things last',
      href: links.panelRules(programmeId),
    },
    {
      name: 'Messages',
      hint: 'What was sent, what waits, what failed, letters to print',
      href: links.outbox(programmeId),
      may: 'panel.see',
    },
    {
      name: 'Consultations',
      hint: 'What the panel is asked',
      href: links.consultations(programmeId),
    },
    {
      name: 'Conversations held elsewhere',
      hint: 'Bring in pol.is: what unites and what divides',
      href: links.conversations(programmeId),
    },
    {
      name: 'Themes',
      hint: 'What several people said',
      href: links.themes(programmeId),
    },
    {
      name: 'Boards and groups',
      hint: 'Who sits where, the panel’s seat, decisions',
      href: links.boards(programmeId),
    },
    {
      name: 'Words that worried somebody',
      hint: 'Whom to tell about safeguarding, and what waits',
      href: links.care(programmeId),
    },
    {
      name: 'Participation return',
      hint: 'The quarter’s figures for the department',
      href: links.participation(programmeId),
      may: 'panel.see',
    },
  ];
}
