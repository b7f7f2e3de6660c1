/** How a set of answers came in. */
export const CHANNELS = ['web', 'paper', 'telephone', 'interview', 'outreach', 'import'] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  web: 'On the web',
  paper: 'On paper',
  telephone: 'By telephone',
  interview: 'In an interview',
  outreach: 'At an event or on a visit',
  import: 'From a file',
};

/** The channel that a word names, by code or by name. */
export function channelNamed(word: string): Channel | undefined {
  const wanted = word.trim().toLowerCase();
  return CHANNELS.find(
    (channel) => channel === wanted || CHANNEL_NAMES[channel].toLowerCase() === wanted,
  );
}
