import type { Mark, Marks } from '../draw.ts';
import type { Theory } from '../graph.ts';
import { AGREEMENT_LOOKS, type Agreement } from '../walk/agreement.ts';
import type { Told } from '../walk/doubts.ts';
import { stopsOf } from '../walk/part.ts';
import { linkSentence } from '../words.ts';

/** What the council says, link by link, beside what parents and carers say of it. */

/** How the two stories meet; nobody was asked about what is new or was left out. */
export type Meeting = Agreement | 'not-asked';

/** What needs talking about comes first. */
const MEETINGS: readonly Meeting[] = [
  'doubted',
  'divided',
  'unclear',
  'not-asked',
  'few',
  'united',
];

export const MEETING_LOOKS: Readonly<
  Record<Meeting, { name: string; sign: string; colour: string; dashes: string; width: number }>
> = {
  ...AGREEMENT_LOOKS,
  'not-asked': {
    name: 'Nobody was asked',
    sign: '○',
    colour: '#505a5f',
    dashes: '1 7',
    width: 2.5,
  },
};

/** One thing that the theory says, and how members stand to it. */
export interface Line {
  kind: 'box' | 'link';
  id: string;
  /** What the theory says now. */
  ours: string;
  reason: string;
  meeting: Meeting;
  /** What members were asked, in the words of then, and in which walk; null when nobody was. */
  asked: { text: string; consultationId: string; title: string } | null;
}

/** Every link and outcome of the theory in the order of a walk, with how members stand to it. */
export function storiesOf(theory: Theory, told: readonly Told[]): Line[] {
  const about = new Map(told.map((each) => [each.about.id, each]));
  return stopsOf(theory).map((stop): Line => {
    const link = 'link' in stop ? stop.link : null;
    const id = 'link' in stop ? stop.link.id : stop.box.id;
    const said = about.get(id);
    return {
      kind: link === null ? 'box' : 'link',
      id,
      ours: 'box' in stop ? stop.box.label : linkSentence(theory, { ...stop.link, reason: '' }),
      reason: link?.reason ?? '',
      meeting: said?.agreement ?? 'not-asked',
      asked:
        said === undefined
          ? null
          : { text: said.text, consultationId: said.consultationId, title: said.title },
    };
  });
}

/** How many lines meet in each way, those that need talking about first; ways without any left out. */
export function countsOf(lines: readonly Line[]): { meeting: Meeting; count: number }[] {
  return MEETINGS.map((meeting) => ({
    meeting,
    count: lines.filter((line) => line.meeting === meeting).length,
  })).filter(({ count }) => count > 0);
}

/** The same on the picture: each line with its number in the table and its sign. */
export function marksOf(lines: readonly Line[]): Marks {
  const links: Marks['links'] = new Map();
  const boxes: Marks['boxes'] = new Map();
  lines.forEach(({ kind, id, meeting }, at) => {
    const { name, sign, colour, dashes, width } = MEETING_LOOKS[meeting];
    const mark: Mark = {
      words: `${at + 1} ${sign}`,
      name,
      colour,
      dashes,
      width,
      meaning: name,
      sample: sign,
    };
    (kind === 'link' ? links : boxes).set(id, mark);
  });
  return { links, boxes };
}
