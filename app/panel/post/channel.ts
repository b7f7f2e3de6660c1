/** By which way a message goes. Letters and telephone calls are done by hand, by staff. */
export const CHANNELS = ['email', 'text', 'letter', 'phone', 'none'] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  email: 'E-mail',
  text: 'Text message',
  letter: 'Letter, by hand',
  phone: 'Telephone call, by hand',
  none: 'No way to reach them',
};

/** The same in a sentence: "It goes by …". */
export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  email: 'e-mail',
  text: 'text message',
  letter: 'letter, which you print and post',
  phone: 'telephone: it waits among the messages until you call',
  none: 'no way that we know, so it waits among the messages until you pass it on',
};

/** How to reach somebody, as it is kept of them. */
export interface Reachable {
  email: string;
  phone: string;
  /** email, text, phone, post or nothing said. */
  preferred: string;
}

export function channelOf(word: string): Channel {
  return CHANNELS.find((channel) => channel === word) ?? 'none';
}

/** What goes by itself: the others wait for a member of staff. */
export const isCarried = (channel: Channel): channel is 'email' | 'text' =>
  channel === 'email' || channel === 'text';

/**
 * The way that a person wants, where it can be gone; else e-mail, then text message. Whoever wants a
 * letter or a call gets one: an e-mail that nobody reads tells nobody anything.
 *
 * @param by the way that this one message shall go, where it can: somebody just asked for it there
 */
export function channelFor(contact: Reachable | undefined, by?: string): Channel {
  if (!contact) return 'none';
  const { email, phone, preferred } = contact;
  if (by === 'email' && email !== '') return 'email';
  if (by === 'text' && phone !== '') return 'text';
  if (by === 'letter') return 'letter';
  if (preferred === 'post') return 'letter';
  if (preferred === 'phone' && phone !== '') return 'phone';
  if (preferred === 'text' && phone !== '') return 'text';
  if (email !== '') return 'email';
  return phone === '' ? 'none' : 'text';
}
