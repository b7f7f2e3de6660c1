import { FONT_NAMES } from '#app/documents/fonts.server.ts';
import { readableOnWhite } from '#app/documents/colours.ts';
import { typeset } from '#app/documents/typst.server.ts';
import { qrOutline } from '#app/ui/qr.server.ts';
import { dayOf, sayDay } from '#app/ui/words.ts';
import { settleLetters, waitingLetters } from '#db/outbox.ts';
import { membersOf } from '#db/panel.ts';
import { record, type Authority, type Programme } from '#db/people.ts';
import { queueMessage, recipientOf } from '#db/post.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { noteReading } from '#app/people/note-reading.server.ts';
import { compose, type Composed } from './compose.server.ts';
import { LETTER_TEMPLATE } from './letter-template.ts';
import { sayKind } from './outbox.ts';

/** What waits to be printed, and who could get a letter. */
export async function lettersHere(by: Person, programme: Programme) {
  allow(by, 'panel.manage', programme);
  const { read } = theStore();
  const { authorityId, id } = programme;
  const everybody = await membersOf(read, authorityId, id);
  const waiting = [];
  for (const message of await waitingLetters(read, authorityId, id)) {
    const to = await recipientOf(read, authorityId, message);
    if (to) waiting.push({ id: message.id, kind: sayKind(message.kind), name: to.name });
  }
  const members = everybody.filter(({ leftOn }) => leftOn === null);
  return { waiting, members: members.map((member) => ({ id: member.id, name: member.name })) };
}

/** Puts a letter with a personal link into the outbox for each of these members. Gives how many. */
export async function writeLetters(
  by: Person,
  programme: Programme,
  memberIds: readonly string[],
  at = new Date(),
): Promise<number> {
  allow(by, 'panel.manage', programme);
  const { authorityId, id: programmeId } = programme;
  return theStore().write(`post:${authorityId}`, async (tx) => {
    const here = (await membersOf(tx, authorityId, programmeId)).filter(
      ({ id, leftOn }) => leftOn === null && memberIds.includes(id),
    );
    for (const { id } of here) {
      const to = { member: id };
      const data = { by: 'letter' };
      await queueMessage(tx, { authorityId, programmeId, to, kind: 'new-link', data, at });
    }
    if (here.length > 0) {
      const thing = { kind: 'programme', id: programmeId };
      await record(tx, by, 'letters.written', thing, { count: here.length });
    }
    return here.length;
  });
}

/**
 * Every letter that waits as one tagged PDF, each on a page of its own, with its link as a QR code.
 * Printed again, each letter has a new link; those printed before keep theirs until the new one is
 * used. Undefined when no letter waits.
 *
 * @param base the address that families see
 */
export async function printLetters(
  by: Person,
  programme: Programme,
  authority: Authority,
  base: string,
  at = new Date(),
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  allow(by, 'panel.manage', programme);
  const { authorityId, id: programmeId } = programme;
  const letters = await theStore().write(`post:${authorityId}`, async (tx) => {
    const composed: Composed[] = [];
    for (const message of await waitingLetters(tx, authorityId, programmeId)) {
      const one = await compose(tx, message, base, at);
      if (typeof one !== 'string') composed.push(one);
    }
    if (composed.length > 0) {
      const thing = { kind: 'programme', id: programmeId };
      await record(tx, by, 'letters.printed', thing, { count: composed.length });
    }
    return composed;
  });
  noteReading(by, 'contactsFile', letters.length);
  return letters.length === 0 ? undefined : asPdf(letters, authority, at);
}

/**
 * Notes that these letters were posted: those that stood on the page where it was said, and none that
 * came to wait since. Gives how many there were.
 */
export async function notePosted(
  by: Person,
  programme: Programme,
  ids: readonly string[],
  at = new Date(),
): Promise<number> {
  allow(by, 'panel.manage', programme);
  const { authorityId, id: programmeId } = programme;
  return theStore().write(`post:${authorityId}`, async (tx) => {
    const count = await settleLetters(tx, authorityId, programmeId, ids, at);
    if (count > 0) {
      const thing = { kind: 'programme', id: programmeId };
      await record(tx, by, 'letters.posted', thing, { count });
    }
    return count;
  });
}

/** The letters on paper. */
function asPdf(
  letters: readonly Composed[],
  authority: Authority,
  at: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const files: Record<string, string> = {};
  const pages = letters.map(({ recipient, words, mainLink }, n) => {
    const qr = `qr-${n}.svg`;
    if (mainLink !== '') files[qr] = qrPicture(mainLink);
    const { subject, paragraphs } = words;
    return { name: recipient.name, subject, paragraphs, link: mainLink, qr };
  });
  return typeset({
    template: LETTER_TEMPLATE,
    files,
    madeAt: at,
    data: {
      title: `Letters of the parent carer panel, ${authority.name}`,
      authority: authority.name,
      colour: readableOnWhite(authority.colour),
      fonts: FONT_NAMES,
      day: sayDay(dayOf(at)),
      warning: authority.isDemonstration
        ? `Demonstration: ${authority.name} is a fictional place.`
        : '',
      letters: pages,
    },
  });
}

/** A QR code as a picture, with the four modules of quiet around it that readers need. */
function qrPicture(address: string): string {
  const { size, path } = qrOutline(address);
  const whole = size + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="${whole}" viewBox="-4 -4 ${whole} ${whole}"><path d="M-4-4h${whole}v${whole}h-${whole}z" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}
