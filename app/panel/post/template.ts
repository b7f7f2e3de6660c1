import type { Purpose } from './purposes.ts';

/** A link that a message carries: made when the message is sent, so that none lies in the outbox. */
export interface LinkInMessage {
  purpose: Purpose;
  days: number;
  /** Whether it ends when it is used. */
  once: boolean;
  /** Where it stands: a function of #app/http/links.ts. */
  path: (token: string) => string;
  /** For links to sign in with: whether earlier ones end when this one is first followed. */
  endsEarlier?: boolean;
}

/** What a template may say; all of it is looked up when the message is sent. */
export interface Facts {
  authority: string;
  programme: string;
  /** The person's own name. */
  name: string;
  /** As it was queued. A key that was not given is empty. */
  data: (key: string) => string;
  /** The whole address of a link that the template names in `links`. */
  link: (name: string) => string;
  /** The whole address of a public page of ours. */
  at: (path: string) => string;
}

/**
 * The words of one kind of message, in plain English. The greeting, and who it comes from, are put
 * round the body when it is sent. A subject is given no name and no data, so that it can hold none:
 * it is what others see on a locked telephone.
 */
export interface Template {
  /** What staff call it in the outbox: "A new personal link". */
  called: string;
  links?: Readonly<Record<string, LinkInMessage>>;
  subject: (of: { authority: string }) => string;
  /** Paragraphs. A link stands on a line of its own. */
  body: (facts: Facts) => string[];
  /** The same as a text message, in some 300 characters, without a greeting. */
  text: (facts: Facts) => string;
}
