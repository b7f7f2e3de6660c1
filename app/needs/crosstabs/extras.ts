import { CHANNEL_NAMES, CHANNELS } from '#app/survey/channels.ts';
import { growingCodes } from '#app/survey/growing.ts';
import type { Extra } from './variables.ts';

/** What stands beside a set of answers without having been asked. */
interface Beside {
  channel: string;
  flag: string;
}

/**
 * Two questions that nobody was asked: how the answers came, and whether something speaks against them.
 * By the second, results with and without marked answers stand side by side under one mask.
 */
export function startExtras() {
  const channels = growingCodes();
  const marked = growingCodes();
  return {
    add({ channel, flag }: Beside): void {
      const at = CHANNELS.findIndex((each) => each === channel);
      channels.push(at < 0 ? CHANNELS.length : at);
      marked.push(flag === '' ? 0 : 1);
    },
    finish(): Extra[] {
      return [
        {
          name: '@channel',
          title: 'How it was answered',
          labels: CHANNELS.map((each) => ({ value: each, label: CHANNEL_NAMES[each] })),
          codes: channels.taken(),
        },
        {
          name: '@marked',
          title: 'Whether the answers are marked as doubtful',
          labels: [
            { value: 'no', label: 'Not marked' },
            { value: 'yes', label: 'Marked as doubtful' },
          ],
          codes: marked.taken(),
        },
      ];
    },
  };
}
