import type { Station } from '#app/ui/stations.ts';
import { many } from '#app/ui/words.ts';

/** What a programme holds, counted. Every count is of this programme only. */
export interface LineCounts {
  surveys: number;
  openSurveys: number;
  answers: number;
  needs: number;
  /** Needs in play (not put aside) that no box of the theory rests on. */
  needsWithoutBox: number;
  members: number;
  openConsultations: number;
  consultations: number;
  themes: number;
  themesWithoutReply: number;
  boxes: number;
  outcomes: number;
  links: number;
  /** Links between boxes with no reason written. */
  linksWithoutReason: number;
  planLines: number;
  planLinesIncomplete: number;
  repliesPublished: number;
}

/** A station of the line: what it holds, and the one thing that it lacks most, or null. */
export interface Stop {
  station: Station;
  holds: string;
  lacks: string | null;
}

/** The five stations of a programme, each in one phrase. First thing first: one lack a station. */
export function lineOf(c: LineCounts): Stop[] {
  return [
    {
      station: 'needs',
      holds: `${many(c.answers, 'answer')}, ${many(c.needs, 'need')}`,
      lacks: needsLack(c),
    },
    {
      station: 'panel',
      holds: `${many(c.members, 'member')}, ${many(c.themes, 'theme')}`,
      lacks: panelLacks(c),
    },
    {
      station: 'theory',
      holds: `${many(c.boxes, 'box', 'boxes')}, ${many(c.links, 'link')}`,
      lacks: theoryLacks(c),
    },
    { station: 'plan', holds: many(c.planLines, 'line'), lacks: planLacks(c) },
    {
      station: 'back',
      holds: `${many(c.repliesPublished, 'answer')} published`,
      lacks: backLacks(c),
    },
  ];
}

function needsLack(c: LineCounts): string | null {
  if (c.surveys === 0 && c.answers === 0) return 'no survey yet';
  if (c.needs === 0) return 'no need written yet';
  return null;
}

function panelLacks(c: LineCounts): string | null {
  if (c.members === 0) return 'nobody on the panel yet';
  if (c.consultations === 0) return 'nothing asked yet';
  if (c.themes === 0) return 'no theme yet';
  return null;
}

function theoryLacks(c: LineCounts): string | null {
  if (c.boxes === 0) return 'not started';
  if (c.outcomes === 0) return 'no outcome yet';
  if (c.needsWithoutBox > 0) return `${many(c.needsWithoutBox, 'need')} not in it`;
  if (c.linksWithoutReason > 0) return `${many(c.linksWithoutReason, 'link')} without a reason`;
  return null;
}

function planLacks(c: LineCounts): string | null {
  if (c.planLines === 0) return 'no line yet';
  if (c.planLinesIncomplete > 0) return `${many(c.planLinesIncomplete, 'line')} not complete`;
  return null;
}

function backLacks(c: LineCounts): string | null {
  if (c.themes > 0 && c.themesWithoutReply > 0) {
    return `${many(c.themesWithoutReply, 'theme')} without an answer`;
  }
  return c.repliesPublished === 0 ? 'nothing told to families yet' : null;
}
