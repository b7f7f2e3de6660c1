import { counted, quoted, type Remark } from './finding.ts';
import { activitiesFor, labelOf, type Reading } from './reading.ts';
import type { LineAround, Surroundings, ThemeAround } from './surroundings.ts';

/** TOC-N04, N05, N07 and N09: whether what families said is in it, and whether all of them could say it. */
export function voices(reading: Reading): Remark[] {
  const { around } = reading;
  if (around === null) return [];
  return [
    ...doubted(reading, around),
    ...droppedThemes(around),
    ...unheard(around),
    ...saidAndNotDone(reading, around),
  ];
}

/** What parents, walked through it, say is not so. */
function doubted(reading: Reading, { doubts }: Surroundings): Remark[] {
  return doubts.flatMap(({ on, agreement, consultationId, title }): Remark[] => {
    const box = reading.byId.get(on);
    const link = reading.theory.links.find(({ id }) => id === on);
    if (box === undefined && link === undefined) return [];
    const what =
      link === undefined
        ? quoted(box?.label ?? '')
        : `that ${quoted(labelOf(reading, link.source))} leads to ${quoted(labelOf(reading, link.target))}`;
    return [
      {
        id: 'TOC-N09',
        targets: [on],
        place: { kind: 'walk', id: consultationId },
        message:
          agreement === 'doubted'
            ? `Parents asked in “${title}” doubt ${what}.`
            : `Parents asked in “${title}” are divided about ${what}.`,
        why: 'They know better than anybody what would make a difference to them.',
        todo: 'Read what they said, and change it or say to them why it stays.',
      },
    ];
  });
}

/** How many of the largest themes must be somewhere in it. */
const TOP_THEMES = 5;

function droppedThemes({ themes }: Surroundings): Remark[] {
  const spoken = themes.filter(({ people }) => typeof people === 'number');
  const largest = spoken.toSorted((a, b) => Number(b.people) - Number(a.people));
  return largest
    .slice(0, TOP_THEMES)
    .filter(({ needIds, inTheory, refused }) => needIds.length === 0 && !inTheory && !refused)
    .map((theme) => ({
      id: 'TOC-N04',
      targets: [],
      about: theme.id,
      place: { kind: 'theme', id: theme.id },
      message: `${counted(Number(theme.people), 'person', 'people')} spoke of ${quoted(theme.name)}, and no need rests on it.`,
      why: 'It is one of the things that families said most.',
      todo: 'Make it a need, or tell families why nothing follows from it.',
    }));
}

/** Fewer than this many people of a group are a few voices and no picture. */
function unheard({ groups }: Surroundings): Remark[] {
  return groups
    .filter(({ heard }) => typeof heard !== 'number' || heard === 0)
    .map(({ name, heard, surveyId }) => ({
      id: 'TOC-N05',
      targets: [],
      about: name,
      place: { kind: 'missing', id: surveyId },
      message: `${heard === 0 ? 'Nobody' : 'Hardly anybody'} of the group ${quoted(name)} was heard.`,
      why: 'A theory made without them is a guess about them.',
      todo: 'Go where they are and ask, or say in the theory that it does not speak for them.',
    }));
}

function saidAndNotDone(reading: Reading, around: Surroundings): Remark[] {
  if (around.lines.length === 0) return [];
  return around.themes
    .filter(({ needIds, refused }) => needIds.length > 0 && !refused)
    .flatMap((theme): Remark[] => {
      const lines = linesFor(reading, around, theme);
      const late = lines.filter((line) => isForgotten(line, around.today));
      if (lines.some((line) => !late.includes(line))) return [];
      return [
        {
          id: 'TOC-N07',
          targets: [],
          about: theme.id,
          place: { kind: 'theme', id: theme.id },
          message:
            lines.length === 0
              ? `Families said ${quoted(theme.name)}, and no line of the plan follows from it.`
              : `Families said ${quoted(theme.name)}, and what was planned for it is past its day with nothing said about it.`,
          why: 'Who was asked and hears nothing does not answer a second time.',
          todo: 'Plan something for it, say how far it is, or tell families why not.',
        },
      ];
    });
}

/** Lines that are tied to a theme, or that deliver what answers a need which rests on it. */
function linesFor(reading: Reading, around: Surroundings, theme: ThemeAround): LineAround[] {
  const needs = reading.theory.boxes.filter(({ more }) =>
    theme.needIds.includes(more['needId'] ?? ''),
  );
  const activities = new Set(needs.flatMap(({ id }) => activitiesFor(reading, id)));
  return around.lines.filter(
    ({ id, status, activityIds }) =>
      status !== 'stopped' &&
      (theme.lineIds.includes(id) || activityIds.some((each) => activities.has(each))),
  );
}

/** Past its last day and still as it was planned. */
function isForgotten({ status, endsOn }: LineAround, today: string): boolean {
  return status === 'planned' && endsOn !== null && endsOn < today;
}
