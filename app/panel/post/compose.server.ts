import { authorityById, programmeById } from '#db/people.ts';
import { recipientOf, type MessageRow, type Recipient } from '#db/post.ts';
import type { Reader, Writer } from '#db/store.server.ts';
import { makeLink } from './make-link.server.ts';
import type { Whose } from './purposes.ts';
import type { Facts, Template } from './template.ts';
import { templateOf } from './templates/index.ts';
import { wordsOf, type Words } from './words.ts';

/** To whom a message goes, as the other way round of its three columns. */
export function whoseOf(row: Pick<MessageRow, 'memberId' | 'interestId' | 'personId'>): Whose {
  if (row.memberId !== null) return { member: row.memberId };
  if (row.interestId !== null) return { interest: row.interestId };
  return { staff: row.personId ?? '' };
}

/** A message as it is read, with whom it goes to; undefined when they are gone or it is unknown. */
export interface Composed {
  recipient: Recipient;
  words: Words;
  /** The address of the first link that it carries, for a QR code. */
  mainLink: string;
}

/**
 * Makes the words of a message, and its links with them: to be called inside the write that marks the
 * message as taken in hand.
 *
 * @param base the address that families see
 */
export async function compose(
  tx: Writer,
  message: MessageRow,
  base: string,
  at: Date,
): Promise<Composed | 'gone' | 'not-known'> {
  const template = templateOf(message.kind);
  if (!template) return 'not-known';
  const recipient = await recipientOf(tx, message.authorityId, message);
  if (!recipient) return 'gone';
  const addresses = new Map<string, string>();
  for (const [name, link] of Object.entries(template.links ?? {})) {
    const token = await makeLink(tx, {
      authorityId: message.authorityId,
      person: whoseOf(message),
      purpose: link.purpose,
      about: message.about,
      days: link.days,
      once: link.once,
      endsEarlier: link.endsEarlier ?? false,
      at,
    });
    addresses.set(name, new URL(link.path(token), base).href);
  }
  const facts = await factsOf(tx, message, recipient, base, (name) => addresses.get(name));
  const mainLink = [...addresses.values()][0] ?? '';
  return { recipient, words: wordsOf(template, facts), mainLink };
}

/** What stands in a preview where the person's own link will stand. */
const LINK_STANDS_HERE = '[their own link: it is made when the message is sent]';

/** A message as it will be read, with no link made for it. */
export async function previewOf(
  db: Reader,
  message: MessageRow,
  base: string,
): Promise<{ recipient: Recipient; words: Words; template: Template } | 'gone' | 'not-known'> {
  const template = templateOf(message.kind);
  if (!template) return 'not-known';
  const recipient = await recipientOf(db, message.authorityId, message);
  if (!recipient) return 'gone';
  const facts = await factsOf(db, message, recipient, base, () => LINK_STANDS_HERE);
  return { recipient, words: wordsOf(template, facts), template };
}

async function factsOf(
  db: Reader,
  message: MessageRow,
  recipient: Recipient,
  base: string,
  address: (name: string) => string | undefined,
): Promise<Facts> {
  const { authorityId, programmeId, data } = message;
  const authority = await authorityById(db, authorityId);
  const programme = await programmeById(db, authorityId, programmeId);
  return {
    authority: authority?.name ?? '',
    programme: programme?.title ?? '',
    name: recipient.name,
    data: (key) => data[key] ?? '',
    link: (name) => {
      const found = address(name);
      if (found === undefined) throw new Error(`The template names no link “${name}”.`);
      return found;
    },
    at: (path) => new URL(path, base).href,
  };
}
