import {
  heading,
  paragraph,
  type DocumentModel,
  type DocumentSection,
} from '#app/documents/blocks.ts';
import { timed } from './agenda.ts';
import { sayTime } from './clock.ts';
import { sayWhen, sayWhere } from './meeting.ts';
import type { MeetingRecord } from './minutes.ts';

/** What is offered so that people can come, each a sentence. */
export function sayOffers(meeting: MeetingRecord['meeting']): string[] {
  const { childcare, travel, easyRead, interpreters, helps } = meeting;
  return [
    ...(childcare ? ['We look after your children, or pay for it.'] : []),
    ...(travel ? ['We arrange your way there, or pay for it.'] : []),
    ...(interpreters.length > 0 ? [`There are interpreters: ${interpreters.join(', ')}.`] : []),
    ...(easyRead ? ['You can have these papers in easy read.'] : []),
    ...(helps === '' ? [] : [helps]),
  ];
}

/** The papers of a meeting as members read them before it: the agenda with its hours, item by item. */
export function papersDocument(
  record: MeetingRecord,
  authority: DocumentModel['authority'],
): DocumentModel {
  const { meeting, group } = record;
  const items = timed(record.items, meeting.startsAt);
  const offers = sayOffers(meeting);
  return {
    title: group === null ? 'What we will talk about' : `Papers for ${group}`,
    subtitle: meeting.title,
    cover: [sayWhen(meeting), sayWhere(meeting)],
    authority,
    language: 'en-GB',
    sections: [
      {
        id: 'agenda',
        title: 'The agenda',
        landscape: false,
        blocks: [
          {
            type: 'table',
            caption: 'What comes when',
            columns: [
              { title: 'Time', share: 2 },
              { title: 'What we talk about', share: 6 },
              { title: 'Who leads', share: 3 },
            ],
            rows: items.map(({ title, leads, from }, at) => [
              sayTime(from),
              `${at + 1}. ${title}`,
              leads === '' ? '–' : leads,
            ]),
          },
          ...(offers.length > 0
            ? [heading('So that you can come'), { type: 'list', items: offers } as const]
            : []),
        ],
      },
      ...items.flatMap(({ title, paper }, at): DocumentSection[] =>
        paper === ''
          ? []
          : [
              {
                id: `paper-${at + 1}`,
                title: `${at + 1}. ${title}`,
                landscape: false,
                blocks: paper
                  .split(/\n+/)
                  .map((line) => line.trim())
                  .filter(Boolean)
                  .map(paragraph),
              },
            ],
      ),
    ],
  };
}
