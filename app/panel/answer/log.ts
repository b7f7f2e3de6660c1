import type { DocumentModel, DocumentSection } from '#app/documents/blocks.ts';
import { writeCsv, type CsvCell } from '#app/survey/csv.ts';
import { dayOf, many, sayDay } from '#app/ui/words.ts';
import { REPLY_NAMES, type ReplyStatus } from '../reply.ts';
import type { ToldBefore } from './steps.ts';

export const LOG_FORMATS = ['docx', 'pdf', 'html', 'csv'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

export const isLogFormat = (word: string | undefined): word is LogFormat =>
  LOG_FORMATS.some((format) => format === word);

/** One theme in the log of what families said and what became of it. */
export interface LoggedTheme {
  theme: string;
  /** As it may be shown: few people are not counted out. */
  voices: string;
  places: string[];
  /** Days since the first comment was gathered; null where nobody waits. */
  since: string | null;
  /** The day on which families could first read an answer. */
  answeredOn: string | null;
  /** What stands now; null where nothing was written. */
  reply: {
    status: ReplyStatus;
    isPublic: boolean;
    overdue: boolean;
    youSaid: string;
    words: string;
    because: string;
    owner: string;
    dueOn: string | null;
    inPlan: string[];
  } | null;
  before: ToldBefore[];
}

export interface AnswersLog {
  authority: { name: string; colour: string; isDemonstration: boolean };
  programme: string;
  /** YYYY-MM-DD */
  madeOn: string;
  daysToAnswer: number;
  themes: LoggedTheme[];
}

/** How an answer stands, in two or three words. */
export function stateOf(reply: LoggedTheme['reply']): string {
  if (reply === null) return 'No answer yet';
  const named = REPLY_NAMES[reply.status];
  if (!reply.isPublic) return `Draft: ${named.toLowerCase()}`;
  return reply.overdue ? `${named} (overdue)` : named;
}

const told = ({ what, words, dueOn, at }: ToldBefore) =>
  `${dayOf(at)} ${what}: ${words}${dueOn === null ? '' : ` (by ${dueOn})`}`;

/** The log as a spreadsheet, one row a theme: dates are YYYY-MM-DD, lists in a cell parted by "; ". */
export function logCsv(log: AnswersLog): string {
  const headers = [
    'Theme',
    'You said',
    'What became of it',
    'Answer',
    'Because',
    'Who',
    'By',
    'In the plan',
    'First comment gathered',
    'First public answer',
    'How many said it',
    'Said in',
    'Told before',
  ];
  const rows = log.themes.map(
    ({ theme, reply, since, answeredOn, voices, places, before }): CsvCell[] => [
      theme,
      reply?.youSaid ?? '',
      stateOf(reply),
      reply?.words ?? '',
      reply?.because ?? '',
      reply?.owner ?? '',
      reply?.dueOn ?? null,
      (reply?.inPlan ?? []).join('; '),
      since,
      answeredOn,
      voices,
      places.join('; '),
      before.map(told).join('; '),
    ],
  );
  return writeCsv([headers, ...rows], { forExcel: true });
}

const SECTIONS: readonly { id: string; title: string; holds: (one: LoggedTheme) => boolean }[] = [
  { id: 'did', title: 'You said, we did', holds: ({ reply }) => is(reply, 'we-did') },
  { id: 'will', title: 'You said, we will', holds: ({ reply }) => is(reply, 'we-will') },
  {
    id: 'cannot',
    title: 'You said, we cannot, because',
    holds: ({ reply }) => is(reply, 'we-cannot'),
  },
  {
    id: 'thinking',
    title: 'You said, we are still thinking',
    holds: ({ reply }) => is(reply, 'thinking'),
  },
  { id: 'none', title: 'No public answer yet', holds: ({ reply }) => !reply?.isPublic },
];

const is = (reply: LoggedTheme['reply'], status: ReplyStatus) =>
  reply?.isPublic === true && reply.status === status;

/** The same log as a document for a board, section by section of what became of it. */
export function logDocument(log: AnswersLog): DocumentModel {
  const open = log.themes.filter(({ reply }) => reply?.isPublic).length;
  const summary: DocumentSection = {
    id: 'summary',
    title: 'In short',
    landscape: false,
    blocks: [
      {
        type: 'paragraph',
        tone: 'lead',
        text: `${many(log.themes.length, 'theme')} that families raised, ${open} with an answer that they can read.`,
      },
      {
        type: 'paragraph',
        text: `A theme is to be answered within ${log.daysToAnswer} days of its first comment.`,
      },
      {
        type: 'table',
        caption: 'Themes by what became of them',
        columns: [
          { title: 'What became of it', share: 70 },
          { title: 'Themes', share: 30, numeric: true },
        ],
        rows: SECTIONS.map(({ title, holds }) => [title, String(log.themes.filter(holds).length)]),
      },
    ],
  };
  const sections = SECTIONS.flatMap(({ id, title, holds }): DocumentSection[] => {
    const themes = log.themes.filter(holds);
    if (themes.length === 0) return [];
    return [{ id, title, landscape: false, blocks: themes.flatMap(blocksOf) }];
  });
  return {
    title: 'You said, we did',
    subtitle: log.programme,
    cover: [sayDay(log.madeOn)],
    authority: log.authority,
    language: 'en-GB',
    sections: [summary, ...sections],
  };
}

function blocksOf(one: LoggedTheme): DocumentSection['blocks'] {
  const { theme, reply, voices, places, since, answeredOn, before } = one;
  const facts: [string, string][] = [
    ['You said', reply?.youSaid ?? ''],
    ['What became of it', stateOf(reply)],
    ['Answer', reply?.words ?? ''],
    ['Because', reply?.because ?? ''],
    ['Who', reply?.owner ?? ''],
    ['By', reply?.dueOn ? sayDay(reply.dueOn) : ''],
    ['In the plan', (reply?.inPlan ?? []).join('\n')],
    ['How many said it', voices],
    ['Said in', places.join('\n')],
    ['First comment gathered', since ? sayDay(since) : ''],
    ['First public answer', answeredOn ? sayDay(answeredOn) : ''],
    [
      'What families were told before',
      before.map(({ what, words, at }) => `${sayDay(dayOf(at))}: ${what}: ${words}`).join('\n'),
    ],
  ];
  return [
    { type: 'heading', level: 2, text: theme },
    { type: 'facts', caption: theme, facts: facts.filter(([, value]) => value !== '') },
  ];
}
