import { heading, paragraph, type Block } from '#app/documents/blocks.ts';
import { HIDDEN, THRESHOLD, type Shown } from '#app/statistics/small-numbers.ts';
import { OPEN_LINK_CAVEAT } from '#app/statistics/wilson.ts';
import { many, sayDay } from '#app/ui/words.ts';
import type { Margin } from '../missing/margin.ts';
import { peopleOf } from '../missing/margin.ts';
import { sayCount, sayPart, sayPartRange, STANDING_NAMES } from '../missing/standing-words.ts';
import type { QuestionReached } from '../missing/who-is-missing.ts';
import { sayObstacle } from '../weights/obstacle-words.ts';
import type { Obstacle, Settings } from '../weights/weigh.ts';
import type { ShownWeights } from '../weights/weigh.ts';

/** Everything that a method note says, as it stands in the settings and the answers. */
export interface MethodFacts {
  title: string;
  opensOn: string | null;
  closesOn: string | null;
  isOpen: boolean;
  /** The first and the last day on which somebody answered. */
  firstDay: string | null;
  lastDay: string | null;
  answers: number;
  channels: { name: string; count: Shown }[];
  languages: { name: string; count: Shown }[];
  /** The languages that it was asked in, besides English. */
  askedIn: string[];
  versions: { number: number; publishedAt: Date; questions: number }[];
  keepUntil: string;
  titles: Record<string, string>;
  reached: QuestionReached[];
  weights:
    | { state: 'off' }
    | { state: 'refused'; obstacles: Obstacle[] }
    | { state: 'on'; settings: Settings; shown: ShownWeights; margins: Margin[] };
  marks: { name: string; answers: number }[];
  setAside: { count: number; reasons: string[] };
}

/**
 * How a survey was done, written from the settings that were really used: what a reader must know to
 * judge its figures. Blocks for a page and for the documents.
 *
 * @param level of its headings
 */
export function methodNote(facts: MethodFacts, level: 2 | 3 = 2): Block[] {
  const blocks = [
    ...howItWasDone(facts),
    ...whoAnswered(facts),
    ...howItIsWeighted(facts),
    ...whatIsHidden(),
    ...whatIsMarked(facts),
    ...whatRangesAre(facts),
  ];
  return blocks.map((block) => (block.type === 'heading' ? { ...block, level } : block));
}

function howItWasDone(facts: MethodFacts): Block[] {
  const { opensOn, closesOn, isOpen, firstDay, lastDay, answers, channels, languages } = facts;
  const counted = (list: readonly { name: string; count: Shown }[]) =>
    list.map(({ name, count }) => `${name}: ${sayCount(count)}`).join('\n');
  const rows: [string, string][] = [
    ['Open', openWords(opensOn, closesOn)],
    ['Answers', `${answers.toLocaleString('en-GB')}${isOpen ? ', and still open' : ''}`],
    [
      'Days with answers',
      firstDay === null ? 'None yet' : `${sayDay(firstDay)} to ${sayDay(lastDay)}`,
    ],
    ['Came in', channels.length === 0 ? 'Nothing yet' : counted(channels)],
    ['Asked in', ['English', ...facts.askedIn].join(', ')],
    ...(languages.length > 1 ? [['Answered in', counted(languages)] as [string, string]] : []),
    ['Versions', versionsOf(facts)],
    ['Answers are deleted after', sayDay(facts.keepUntil)],
  ];
  return [
    heading('How it was done'),
    {
      type: 'facts',
      caption: `“${facts.title}”`,
      facts: rows,
    },
    paragraph(
      'Anybody with the address could answer: nobody was drawn by chance. Only the day of an answer is kept. Every question that was asked has its base beside it. Three ways of not answering are kept apart and never added together: not asked, because an earlier answer led past the question; no reply; and prefer not to say. Shares are of those who answered the question otherwise.',
    ),
  ];
}

function openWords(opensOn: string | null, closesOn: string | null): string {
  if (opensOn === null) return 'Not opened yet';
  return closesOn === null
    ? `From ${sayDay(opensOn)}`
    : `${sayDay(opensOn)} to ${sayDay(closesOn)}`;
}

function versionsOf({ versions }: MethodFacts): string {
  if (versions.length === 0) return 'Not published yet';
  return versions
    .map(
      ({ number, publishedAt, questions }) =>
        `${number}: ${sayDay(publishedAt.toISOString().slice(0, 10))}, ${many(questions, 'question')}`,
    )
    .join('\n');
}

function whoAnswered({ reached, answers }: MethodFacts): Block[] {
  if (answers === 0) return [];
  if (reached.length === 0) {
    return [
      heading('Who answered, beside who lives here'),
      paragraph(
        'No figures of the population were entered, so nothing can be said of who is missing.',
      ),
    ];
  }
  const participation = reached.find((one) => one.participation !== null)?.participation;
  return [
    heading('Who answered, beside who lives here'),
    ...reached.map((question): Block => tableOf(question)),
    ...reached.map(({ title, margin }) => ({
      type: 'paragraph' as const,
      tone: 'note' as const,
      text: `${title} ${sourceOf(margin)}`,
    })),
    ...(participation
      ? [
          paragraph(
            `Participation rate: ${(1000 * participation.rate).toFixed(1)} answers for every 1,000 families, as far as the population is counted in people. It is no response rate, because nobody was drawn.`,
          ),
        ]
      : []),
  ];
}

function tableOf({ title, base, groups }: QuestionReached): Block {
  return {
    type: 'table',
    caption: `${title} Of ${sayCount(base)} answers in these groups.`,
    columns: [
      { title: 'Group', share: 34 },
      { title: 'Answers', share: 14, numeric: true },
      { title: 'Of answers', share: 16, numeric: true },
      { title: 'Of families', share: 16, numeric: true },
      { title: 'How it stands', share: 20 },
    ],
    rows: groups.map(({ label, count, reached, share, standing }) => [
      label,
      sayCount(count),
      sayPartRange(reached),
      sayPart(share),
      STANDING_NAMES[standing],
    ]),
  };
}

function sourceOf(margin: Margin): string {
  const people = peopleOf(margin);
  const counted = people === null ? '' : ` ${people.toLocaleString('en-GB')} people.`;
  const day = margin.asAt === '' ? '' : `, as at ${sayDay(margin.asAt)}`;
  return `${margin.assumed ? 'Assumed' : 'Source'}: ${margin.source}${day}.${counted}`;
}

function howItIsWeighted({ weights, titles }: MethodFacts): Block[] {
  switch (weights.state) {
    case 'off':
      return [heading('Weights'), paragraph('The answers are not weighted: each counts for one.')];
    case 'refused':
      return [
        heading('Weights'),
        paragraph('The answers were to be weighted and cannot be, so each counts for one:'),
        { type: 'list', items: weights.obstacles.map((one) => sayObstacle(one, titles)) },
      ];
    case 'on':
      return [heading('Weights'), ...weightsInWords(weights, titles)];
  }
}

function weightsInWords(
  { settings, shown, margins }: Extract<MethodFacts['weights'], { state: 'on' }>,
  titles: MethodFacts['titles'],
): Block[] {
  const about = shown.rounded ? 'about ' : '';
  const { effect, raked } = shown;
  return [
    paragraph(
      `The answers are weighted by raking (iterative proportional fitting) so that they match all families by ${settings.questions.length === 1 ? 'one question' : `${settings.questions.length} questions`} at once. ${settings.missing === 'own-group' ? 'Answers that do not say a group keep the part that they have.' : `Answers that do not say a group are left out: ${shown.leftOut}.`}`,
    ),
    {
      type: 'list',
      items: margins.map(
        (margin) => `${titles[margin.question] ?? margin.question} ${sourceOf(margin)}`,
      ),
    },
    {
      type: 'facts',
      caption: 'What the weights do',
      facts: [
        ['Limits of a weight', `${settings.lowest} to ${settings.highest}, the mean being 1`],
        ['Least and most used', `${about}${shown.least.toFixed(2)} and ${shown.most.toFixed(2)}`],
        ['Answers at a limit', String(raked.atLimit)],
        [
          'Fit',
          raked.converged
            ? `All groups match, after ${many(raked.cycles, 'round')}`
            : `Not all groups match: the largest gap is ${sayPart(raked.largestGap)} of what the group should be`,
        ],
        ['Answers', effect.answers.toLocaleString('en-GB')],
        [
          'Effective number of answers (Kish)',
          `${about}${Math.round(effect.effective).toLocaleString('en-GB')}`,
        ],
        ['Design effect', `${about}${effect.effect.toFixed(2)}`],
      ],
    },
    paragraph(
      'Ranges of weighted figures use the effective number of answers. Weighted figures stand beside unweighted ones. Weights repair who answered only by what is compared: they do not tell what those think who did not answer.',
    ),
  ];
}

function whatIsHidden(): Block[] {
  return [
    heading('What is hidden'),
    paragraph(
      `Numbers from 1 to ${THRESHOLD - 1} are hidden and shown as ${HIDDEN}, and so are others from which they could be worked out, totals included. Weighted figures are judged by the unweighted number. The same is hidden on pages, in charts, in files and in documents.`,
    ),
  ];
}

function whatIsMarked({ marks, setAside, answers }: MethodFacts): Block[] {
  if (answers === 0) return [];
  const looked =
    'Answers were looked through for nearly the same words (runs of five words, 80% and over), answers that are all the same on one day, the same point on every scale, over 85% blank, pairs that hardly go together, and signs of programs.';
  const aside =
    setAside.count === 0
      ? 'None was set aside.'
      : `${many(setAside.count, 'answer')} ${setAside.count === 1 ? 'was' : 'were'} set aside by people, with a reason; results can be shown with and without.`;
  return [
    heading('Campaigns and duplicates'),
    paragraph(
      `${looked} ${marks.length === 0 ? 'Nothing was marked.' : ''} ${aside}`.replace(
        / {2,}/g,
        ' ',
      ),
    ),
    ...(marks.length > 0
      ? [
          {
            type: 'list' as const,
            items: marks.map(({ name, answers: n }) => `${name}: ${many(n, 'answer')}`),
          },
        ]
      : []),
    ...(setAside.reasons.length > 0
      ? [paragraph('Reasons given:'), { type: 'list' as const, items: setAside.reasons }]
      : []),
  ];
}

function whatRangesAre({ answers }: MethodFacts): Block[] {
  if (answers === 0) return [];
  return [
    heading('What the ranges are, and what they are not'),
    paragraph(`Ranges are 95% Wilson intervals. ${OPEN_LINK_CAVEAT} They are no margin of error.`),
  ];
}
