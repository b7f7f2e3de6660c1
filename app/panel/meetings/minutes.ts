import {
  heading,
  note,
  paragraph,
  type Block,
  type DocumentModel,
  type DocumentSection,
} from '#app/documents/blocks.ts';
import { many, sayDay } from '#app/ui/words.ts';
import { actionStateOf, type ActionState, type FollowedAction } from './actions.ts';
import { isQuorate, type WhoWasThere } from './attendance.ts';
import { sayWhen, sayWhere, WAY_NAMES, wayOf, type MeetingWhen } from './meeting.ts';
import { sayVote, SPEAKER_NAMES, speakerOf } from './notes.ts';

/** A meeting with everything that was written down of it: what minutes and papers are made from. */
export interface MeetingRecord {
  meeting: MeetingWhen & {
    id: string;
    title: string;
    how: string;
    place: string;
    joiningLink: string;
    interpreters: readonly string[];
    childcare: boolean;
    travel: boolean;
    easyRead: boolean;
    helps: string;
    quorum: number | null;
    state: string;
    approvedOn: string | null;
  };
  /** The board that met, or null for the panel. */
  group: string | null;
  items: readonly {
    id: string;
    title: string;
    minutes: number;
    leads: string;
    paper: string;
  }[];
  notes: readonly {
    id: string;
    itemId: string | null;
    kind: string;
    text: string;
    saidBy: string;
    consent: string;
  }[];
  decisions: readonly {
    id: string;
    itemId: string | null;
    text: string;
    because: string;
    /** What it rests on, by name; empty where it names none. */
    rests: string;
    votesFor: number | null;
    votesAgainst: number | null;
    votesAbstained: number | null;
  }[];
  /** Taken up at this meeting. */
  actions: readonly FollowedAction[];
  /** Taken up before, and looked back on. */
  before: readonly FollowedAction[];
  who: WhoWasThere;
}

type Authority = DocumentModel['authority'];

/**
 * The minutes of a meeting. They say how many were there by role and name only members who agreed to
 * it; comments stand without their speaker's name, and verbatim only where the speaker said that it
 * may be quoted.
 */
export function minutesDocument(record: MeetingRecord, authority: Authority): DocumentModel {
  const { meeting, group } = record;
  const approved = meeting.approvedOn;
  return {
    title: group === null ? 'Minutes of the parent carer panel' : `Minutes of ${group}`,
    subtitle: meeting.title,
    cover: [
      sayWhen(meeting),
      sayWhere(meeting),
      approved === null
        ? 'Draft: not approved yet'
        : `Approved at the meeting of ${sayDay(approved)}`,
    ],
    authority,
    language: 'en-GB',
    sections: [
      { id: 'meeting', title: 'The meeting', landscape: false, blocks: whoBlocks(record) },
      ...record.items.map((item, at): DocumentSection => ({
        id: `item-${at + 1}`,
        title: `${at + 1}. ${item.title}`,
        landscape: false,
        blocks: [
          ...(item.leads === '' ? [] : [note(`Led by: ${item.leads}`)]),
          ...underItem(record, item.id),
        ],
      })),
      ...looseSection(record),
      {
        id: 'actions',
        title: 'Who does what by when',
        landscape: false,
        blocks: actionBlocks(record),
      },
    ],
  };
}

/** Who was there, in words by role: "6 parents and carers, 1 of them online". */
export function sayWho(who: WhoWasThere): string[] {
  const { parents, practitioners, online, apologies, guests } = who;
  return [
    `${many(parents, 'parent or carer', 'parents and carers')} of the panel`,
    ...(practitioners > 0 ? [`${many(practitioners, 'practitioner')} of the panel`] : []),
    ...(online > 0 ? [`Of the members, ${online} joined online`] : []),
    ...guests.map(({ words, count }) => `${count} ${words}`),
    ...(apologies > 0 ? [`${many(apologies, 'member')} sent apologies`] : []),
  ];
}

function whoBlocks({ meeting, who, items }: MeetingRecord): Block[] {
  const quorate = isQuorate(who, meeting.quorum);
  const blocks: Block[] = [
    {
      type: 'facts',
      caption: 'When, where and how',
      facts: [
        ['When', sayWhen(meeting)],
        ['Where', sayWhere(meeting)],
        ['How', WAY_NAMES[wayOf(meeting.how)]],
        ...(meeting.interpreters.length > 0
          ? [['Interpreters', meeting.interpreters.join(', ')] as const]
          : []),
        ...(quorate === null
          ? []
          : [
              [
                'Enough members to decide',
                `${quorate ? 'Yes' : 'No'}: ${meeting.quorum ?? 0} were needed`,
              ] as const,
            ]),
      ],
    },
    heading('Who was there'),
    { type: 'list', items: sayWho(who) },
  ];
  if (who.named.length > 0) {
    blocks.push(paragraph(`These members agreed to be named: ${who.named.join(', ')}.`));
  } else {
    blocks.push(note('Members are counted and not named.'));
  }
  if (items.length === 0) blocks.push(note('There was no agenda.'));
  return blocks;
}

function underItem({ notes, decisions }: MeetingRecord, itemId: string | null): Block[] {
  const here = <Row extends { itemId: string | null }>(rows: readonly Row[]) =>
    rows.filter((row) => row.itemId === itemId);
  const blocks: Block[] = here(notes)
    .filter(({ kind }) => kind === 'note')
    .map(({ text }) => paragraph(text));
  const comments = here(notes).filter(({ kind }) => kind === 'comment');
  if (comments.length > 0) {
    blocks.push(heading('What people said'));
    blocks.push({
      type: 'list',
      items: comments.map(({ text, saidBy, consent }) => {
        const who = SPEAKER_NAMES[speakerOf(saidBy)];
        return consent === 'quote' ? `${who}: “${text}”` : `${who} said that: ${text}`;
      }),
    });
  }
  const decided = here(decisions);
  if (decided.length > 0) {
    blocks.push(heading(decided.length === 1 ? 'Decision' : 'Decisions'));
    for (const decision of decided) {
      blocks.push({ type: 'paragraph', tone: 'strong', text: decision.text });
      if (decision.because !== '') blocks.push(paragraph(`Because: ${decision.because}`));
      if (decision.rests !== '') blocks.push(note(`It rests on: ${decision.rests}`));
      const vote = sayVote(decision);
      if (vote !== null) blocks.push(note(`Vote: ${vote}`));
    }
  }
  if (blocks.length === 0) blocks.push(note('Nothing was written down.'));
  return blocks;
}

/** What stands under no item, or under one that was taken off the agenda since. */
function looseSection(record: MeetingRecord): DocumentSection[] {
  const known = new Set(record.items.map(({ id }) => id));
  const loose = <Row extends { itemId: string | null }>(rows: readonly Row[]): Row[] =>
    rows
      .filter(({ itemId }) => itemId === null || !known.has(itemId))
      .map((row) => ({ ...row, itemId: null }));
  const rest = { ...record, notes: loose(record.notes), decisions: loose(record.decisions) };
  if (rest.notes.length + rest.decisions.length === 0) return [];
  return [
    {
      id: 'besides',
      title: record.items.length === 0 ? 'What was said' : 'Besides the agenda',
      landscape: false,
      blocks: underItem(rest, null),
    },
  ];
}

function actionBlocks({ actions, before }: MeetingRecord): Block[] {
  const blocks: Block[] = [];
  if (actions.length === 0) blocks.push(note('Nobody took anything on at this meeting.'));
  else blocks.push(actionTable('Taken on at this meeting', actions));
  if (before.length > 0) {
    blocks.push(actionTable('From earlier meetings', before));
  }
  return blocks;
}

const CAME_TO: Readonly<Record<ActionState, string>> = {
  open: 'To do',
  done: 'Done',
  dropped: 'Not done',
};

function actionTable(caption: string, actions: readonly FollowedAction[]): Block {
  return {
    type: 'table',
    caption,
    columns: [
      { title: 'What', share: 5 },
      { title: 'Who', share: 2 },
      { title: 'By when', share: 2 },
      { title: 'How far it has come', share: 4 },
    ],
    rows: actions.map(({ text, owner, dueOn, state, outcome }) => [
      text,
      owner,
      sayDay(dueOn),
      outcome === ''
        ? CAME_TO[actionStateOf(state)]
        : `${CAME_TO[actionStateOf(state)]}: ${outcome}`,
    ]),
  };
}

const MEETING_FILES = [
  'minutes.docx',
  'minutes.pdf',
  'minutes.html',
  'papers.pdf',
  'papers-large.pdf',
  'meeting.ics',
] as const;
export type MeetingFile = (typeof MEETING_FILES)[number];

export const isMeetingFile = (word: string | undefined): word is MeetingFile =>
  MEETING_FILES.some((file) => file === word);
