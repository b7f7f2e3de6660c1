/**
 * What a personal link is for. A link of one purpose opens nothing else: whoever finds a link that
 * stops notices cannot answer in somebody's name with it. Each room that sends a link adds its own.
 */
export const PURPOSES = [
  /** Opens the member's own page. Of these only, sign-in sessions come. */
  'sign-in',
  /** Yes or no to an invitation to be on the panel. */
  'invitation',
  /** Whoever said that they would like to be on the panel answers a question about it. */
  'answer-interest',
  /** Yes or no to a meeting. */
  'meeting',
  /** Stops a kind of notice. */
  'notice-stop',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Long enough for a term of meetings, short enough that a lost letter does not open for ever. */
export const LINK_LASTS_DAYS = 90;

/** Whose a link is, or to whom a message goes. */
export type Whose = { member: string } | { interest: string } | { staff: string };
