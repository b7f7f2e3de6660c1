import type { Meeting } from '#db/meetings.ts';
import { authorityById, record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import type { DocumentModel } from '#app/documents/blocks.ts';
import { renderDocx } from '#app/documents/docx.server.ts';
import { renderHtml } from '#app/documents/html.server.tsx';
import { renderPdf } from '#app/documents/pdf.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { calendarOf } from './calendar.server.ts';
import { papersDocument } from './meeting-papers.ts';
import { minutesDocument, type MeetingFile } from './minutes.ts';
import { readMeeting } from './read-meeting.server.ts';

/** A file of a meeting, ready to be sent. */
export interface PrintedMeeting {
  fileName: string;
  type: string;
  body: Uint8Array<ArrayBuffer>;
}

/** A file of a meeting for staff; whoever takes minutes away is in the trail. */
export async function printMeeting(
  by: Person,
  programme: Programme,
  meeting: Meeting,
  file: MeetingFile,
  now: { today: string; at: Date; address: string },
): Promise<PrintedMeeting> {
  allow(by, 'programme.see', programme);
  const printed = await print(meeting, file, now);
  const format = file.startsWith('minutes.') ? file.slice('minutes.'.length) : null;
  if (format !== null) {
    const details = { title: meeting.title, format };
    await theStore().write(null, (tx) =>
      record(tx, by, 'meeting.minutes-exported', { kind: 'meeting', id: meeting.id }, details),
    );
  }
  return printed;
}

/** A file of a meeting for a member who was asked to it: only what members can read by now. */
export async function printForMember(
  meeting: Meeting,
  file: MeetingFile,
  now: { today: string; at: Date; address: string },
): Promise<PrintedMeeting> {
  const open = file.startsWith('minutes.')
    ? meeting.minutesAt !== null
    : file.startsWith('papers')
      ? meeting.papersAt !== null
      : true;
  if (!open) throw new NotFound('file');
  return print(meeting, file, now);
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function print(
  meeting: Meeting,
  file: MeetingFile,
  { today, at, address }: { today: string; at: Date; address: string },
): Promise<PrintedMeeting> {
  const fileName = `${meeting.heldOn}-${file}`;
  const named = (type: string, body: Uint8Array): PrintedMeeting => ({
    fileName,
    type,
    body: new Uint8Array(body),
  });
  if (file === 'meeting.ics') {
    const calendar = calendarOf(meeting, { address, at });
    return named('text/calendar; charset=utf-8', Buffer.from(calendar, 'utf8'));
  }
  const model = await modelOf(meeting, file, today);
  switch (file) {
    case 'minutes.docx':
      return named(DOCX, await renderDocx(model));
    case 'minutes.html':
      return named('text/html; charset=utf-8', Buffer.from(renderHtml(model), 'utf8'));
    case 'minutes.pdf':
    case 'papers.pdf':
      return named('application/pdf', await renderPdf(model, at));
    case 'papers-large.pdf':
      return named('application/pdf', await renderPdf(model, at, 'large'));
  }
}

/** The minutes or the papers as a document: the same on a page and in every file. */
export async function modelOf(
  meeting: Meeting,
  what: 'minutes' | 'papers' | Exclude<MeetingFile, 'meeting.ics'>,
  today: string,
): Promise<DocumentModel> {
  const authority = await authorityById(theStore().read, meeting.authorityId);
  if (!authority) throw new NotFound('authority');
  const { name, colour, isDemonstration } = authority;
  const made = what.startsWith('minutes') ? minutesDocument : papersDocument;
  return made(await readMeeting(meeting, today), { name, colour, isDemonstration });
}
