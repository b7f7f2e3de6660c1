/**
 * Why a message did not go, or not yet. A code and our own words for it: what a mail server writes may
 * hold somebody's address, so none of it is kept, shown or logged.
 */
export const REASONS = {
  'no-connection': 'The mail server could not be reached.',
  'no-answer': 'The mail server did not answer in time.',
  'sign-in-refused':
    'The mail server did not accept our sign-in. Somebody must check the settings.',
  settings: 'The mail service did not accept our template. Somebody must check the settings.',
  busy: 'The mail server was busy and asked us to try again.',
  'too-many': 'The mail service takes no more messages at the moment.',
  'their-fault': 'The mail service had a fault.',
  'bad-address': 'The address or number is not one that messages can be sent to.',
  'no-such-address': 'The mail server does not know the address, or does not take mail for it.',
  'not-allowed': 'The mail service may not send to this person yet: it is still being tried out.',
  refused: 'The mail server refused the message.',
  interrupted:
    'The server stopped while this was being sent, so nobody knows whether it went. Ask, or send it again.',
  'given-up': 'It was tried several times over a day, and nothing got through.',
  gone: 'The person has left or was deleted, so it was not sent.',
  'by-staff': 'A member of staff stopped it.',
  'not-known': 'This version of Throughline does not know this kind of message.',
  'by-hand': 'A member of staff passed it on by hand.',
} as const;
export type Reason = keyof typeof REASONS;

/** What a reason means; a dash for none. */
export function sayReason(code: string): string {
  return Object.hasOwn(REASONS, code) ? REASONS[code as Reason] : '–';
}
