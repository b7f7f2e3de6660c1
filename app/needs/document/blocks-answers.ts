import type { Block } from '#app/documents/blocks.ts';
import { sayShare } from '#app/needs/finding.ts';
import {
  sayMore,
  sayPart,
  sayPartRange,
  sayReached,
  STANDING_NAMES,
} from '#app/needs/missing/standing-words.ts';
import { HIDDEN, type Shown } from '#app/statistics/small-numbers.ts';
import type { QuestionResult } from '#app/survey/results.ts';
import { many, sayDay, sayShortDay } from '#app/ui/words.ts';
import type { AssessedSurvey, Assessment } from './assessment.ts';
import { nothing } from './nothing.ts';

const shown = (count: Shown) => (count === HIDDEN ? HIDDEN : count.toLocaleString('en-GB'));

/** Who answered each survey, beside what families look like, and who was heard besides. */
export function answeredBlocks({ surveys, heard }: Assessment): Block[] {
  const answered = surveys.filter(({ answers }) => answers > 0);
  return [
    ...(answered.length === 0
      ? [nothing('No survey has been answered yet.')]
      : answered.flatMap(surveyBlocks)),
    { type: 'heading', level: 2, text: 'Heard in other ways' },
    ...(heard.exercises.length === 0
      ? [nothing('No listening exercise is recorded.')]
      : ([
          {
            type: 'table',
            caption: 'Listening exercises, and how many came',
            columns: [
              { title: 'Exercise', share: 4 },
              { title: 'Where', share: 3 },
              { title: 'When', share: 2 },
              { title: 'People', share: 1, numeric: true },
            ],
            rows: heard.exercises.map(({ title, place, heldOn, heads }) => [
              title,
              place,
              sayShortDay(heldOn),
              shown(heads),
            ]),
          },
        ] satisfies Block[])),
    {
      type: 'paragraph',
      text:
        heard.consultations === 0
          ? 'The panel of parents and carers was not asked about needs.'
          : `The panel of ${many(heard.members, 'member')} answered ${many(heard.consultations, 'consultation')}.`,
    },
  ];
}

function surveyBlocks(survey: AssessedSurvey): Block[] {
  const { title, state, answers, opensOn, closesOn, reached, missing } = survey;
  return [
    { type: 'heading', level: 2, text: title },
    {
      type: 'paragraph',
      text: `${many(answers, 'answer')}. ${state}${opensOn ? `, opened on ${sayDay(opensOn)}` : ''}${closesOn ? `, closing date ${sayDay(closesOn)}` : ''}.`,
    },
    ...(missing.length === 0
      ? []
      : ([
          { type: 'paragraph', text: 'Who is missing', tone: 'strong' },
          { type: 'list', items: missing },
        ] satisfies Block[])),
    ...(reached.length === 0
      ? [
          nothing(
            'What families here look like has not been said, so that nobody can be told missing.',
          ),
        ]
      : reached.map(({ title: asked, source, base, groups }): Block => ({
          type: 'table',
          caption: `${asked} (${shown(base)} answers compared; families as given by ${source === '' ? 'a source that is not named' : source})`,
          columns: [
            { title: 'Group', share: 4 },
            { title: 'Of all families', share: 2, numeric: true },
            { title: 'Answers', share: 2, numeric: true },
            { title: 'Of the answers', share: 2, numeric: true },
            { title: 'How it stands', share: 3 },
            { title: 'Still wanted', share: 3 },
          ],
          rows: groups.map((group) => [
            group.label,
            sayPart(group.share),
            sayReached(group),
            sayPartRange(group.reached),
            STANDING_NAMES[group.standing],
            sayMore(group) ?? '–',
          ]),
        }))),
  ];
}

/** Each question of each survey with its answers and the base of its shares. */
export function findingBlocks({ surveys }: Assessment): Block[] {
  const answered = surveys.filter(({ answers }) => answers > 0);
  if (answered.length === 0) return [nothing('There are no answers to show yet.')];
  return answered.flatMap(({ title, questions }) => [
    { type: 'heading', level: 2, text: title } satisfies Block,
    ...questions.filter(({ kind }) => kind !== 'words').flatMap(questionBlocks),
  ]);
}

function questionBlocks(question: QuestionResult): Block[] {
  const { title, base, rows, missing, hiddenBecause, mean } = question;
  if (hiddenBecause !== null) {
    return [{ type: 'heading', level: 3, text: title }, nothing(`Not shown: ${hiddenBecause}`)];
  }
  const counted = rows.filter(({ count }) => count !== 0);
  return [
    {
      type: 'table',
      caption: `${title} (of ${shown(base)} who answered it)`,
      columns: [
        { title: 'Answer', share: 6 },
        { title: 'Count', share: 1, numeric: true },
        { title: 'Share', share: 1, numeric: true },
        { title: 'Interval (95%)', share: 2, numeric: true },
      ],
      rows: counted.map(({ label, count, share, interval }) => [
        label,
        shown(count),
        share === null ? '–' : sayShare(share),
        interval === null ? '–' : `${sayShare(interval.low)} to ${sayShare(interval.high)}`,
      ]),
    },
    {
      type: 'paragraph',
      tone: 'note',
      text: [
        question.kind === 'several-answers' ? 'Several answers could be chosen.' : '',
        mean === null ? '' : `Mean ${mean.toFixed(1)}.`,
        rows.length > counted.length
          ? `${many(rows.length - counted.length, 'answer')} that nobody chose not listed.`
          : '',
        `Not asked: ${shown(missing.notAsked)}. No reply: ${shown(missing.noReply)}. Prefer not to say: ${shown(missing.preferNotToSay)}.`,
      ]
        .filter((part) => part !== '')
        .join(' '),
    },
  ];
}
