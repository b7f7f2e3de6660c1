import { lines, type Block } from '#app/documents/blocks.ts';
import { PRIORITY_NAMES, type Priority } from '#app/needs/register/need.ts';
import {
  CRITERIA,
  CRITERION_ASKS,
  CRITERION_NAMES,
  MOST_POINTS,
  sayWeights,
} from '#app/needs/register/priority.ts';
import { rankPicture, sayRankPicture } from '#app/needs/register/rank-picture.ts';
import { sayFirmness } from '#app/needs/register/sensitivity.ts';
import { many } from '#app/ui/words.ts';
import type { AssessedNeed, Assessment } from './assessment.ts';
import { nothing } from './nothing.ts';

/** The register: needs in play with what speaks for and against each, and those put aside. */
export function needBlocks({ needs }: Assessment): Block[] {
  const inPlay = needs.filter(({ notNowBecause }) => notNowBecause === '');
  const aside = needs.filter(({ notNowBecause }) => notNowBecause !== '');
  if (needs.length === 0) return [nothing('No need is written in the register yet.')];
  return [
    {
      type: 'table',
      caption: 'Needs in play, most urgent first',
      columns: [
        { title: 'Need', share: 5 },
        { title: 'Who, where, how many', share: 5 },
        { title: 'Priority', share: 4 },
        { title: 'What speaks for it', share: 6 },
        { title: 'What speaks against it', share: 4 },
      ],
      rows: inPlay.map(needRow),
    },
    ...(aside.length === 0
      ? []
      : ([
          {
            type: 'table',
            caption: 'Not now, because',
            columns: [
              { title: 'Need', share: 4 },
              { title: 'Because', share: 6 },
              { title: 'What speaks for it', share: 6 },
            ],
            rows: aside.map(({ statement, notNowBecause, evidenceFor }) => [
              statement,
              notNowBecause,
              lines(evidenceFor, 'Nothing yet'),
            ]),
          },
        ] satisfies Block[])),
  ];
}

function needRow(need: AssessedNeed): string[] {
  const { statement, who, place, howMany, barriers } = need;
  return [
    lines([statement, ...(barriers.length > 0 ? [`Barriers: ${barriers.join('; ')}`] : [])]),
    lines([who, place, howMany].filter((part) => part !== '')),
    lines([
      PRIORITY_NAMES[need.priority],
      ...(need.points === null || need.priorityReason.includes('of 100 points')
        ? []
        : [`${need.points} of 100 points`]),
      need.priorityReason,
    ]),
    lines(need.evidenceFor, 'Nothing yet: judgement'),
    lines(need.evidenceAgainst, 'Nothing recorded'),
  ];
}

/** The rule, the scores and how firm the order is. */
export function priorityBlocks({ priorities }: Assessment): Block[] {
  const { rule, lines: order, weightings, top, unscored } = priorities;
  return [
    {
      type: 'paragraph',
      text: `Each need is scored from 0 to ${MOST_POINTS} on four criteria. The scores, weighted (${sayWeights(rule.weights)}), make points out of 100. From ${rule.highFrom} points a need is of high priority, from ${rule.mediumFrom} of medium priority. ${rule.reason === '' ? 'Nobody has decided on weights yet: all count alike.' : rule.reason}`,
    },
    {
      type: 'list',
      items: CRITERIA.map(
        (criterion) => `${CRITERION_NAMES[criterion]}: ${CRITERION_ASKS[criterion]}`,
      ),
    },
    ...(order.length === 0
      ? [nothing('No need is scored yet: priorities are judgement.')]
      : orderBlocks(order, weightings, top)),
    ...(unscored === 0
      ? []
      : [
          nothing(
            `${many(unscored, 'need in play is', 'needs in play are')} not scored, and not in this order.`,
          ),
        ]),
  ];
}

function orderBlocks(
  order: Assessment['priorities']['lines'],
  weightings: number,
  top: number,
): Block[] {
  return [
    {
      type: 'table',
      caption: 'The order by these weights',
      columns: [
        { title: 'Rank', share: 1, numeric: true },
        { title: 'Need', share: 6 },
        ...CRITERIA.map((criterion) => ({
          title: CRITERION_NAMES[criterion],
          share: 1.8,
          numeric: true,
        })),
        { title: 'Points', share: 1.3, numeric: true },
        { title: 'Priority', share: 2 },
      ],
      rows: order.map((line) => [
        `${line.rank}${line.tiedWith > 0 ? '=' : ''}`,
        line.statement,
        ...CRITERIA.map((criterion) => String(line.scores[criterion])),
        String(Math.round(line.points)),
        line.decided === null || line.decided === line.priority
          ? PRIORITY_NAMES[line.priority]
          : `${PRIORITY_NAMES[line.decided as Priority]}, decided otherwise`,
      ]),
    },
    ...(order.length < 2
      ? []
      : ([
          { type: 'heading', level: 2, text: 'How much the order hangs on the weights' },
          {
            type: 'paragraph',
            text: `The order was worked out anew for ${weightings.toLocaleString('en-GB')} ways to weigh the criteria, in steps of 5%. A need that keeps its place does not owe it to whoever chose the weights.`,
          },
          {
            type: 'picture',
            svg: rankPicture(order, order.length),
            alt: sayRankPicture(order),
            caption: 'Each need’s rank, and its best and worst rank under any weighting',
          },
          {
            type: 'table',
            caption: 'How firm each place is',
            columns: [
              { title: 'Need', share: 5 },
              { title: 'Best', share: 1, numeric: true },
              { title: 'Worst', share: 1, numeric: true },
              { title: 'In words', share: 5 },
            ],
            rows: order.map((line) => [
              line.statement,
              String(line.best),
              String(line.worst),
              sayFirmness(line, top),
            ]),
          },
        ] satisfies Block[])),
  ];
}
