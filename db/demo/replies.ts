import { ReplyForm } from '#app/panel/reply.ts';
import { writeReply } from '#app/panel/write-reply.server.ts';
import { dayOf } from '#app/ui/words.ts';
import type { Demonstration } from './load.server.ts';
import type { DemoPanel } from './panel.ts';
import type { DemoThemeName } from './panel-words.ts';

/** The lines of the plan that the replies promise, where there are any. */
export type PromisedLines = Partial<Record<DemoThemeName, string>>;

/**
 * Back to families: one thing done, one promised, one that cannot be done, one answer drafted and
 * one theme that nobody has answered, so that every state has something true to show.
 */
export async function demoReplies(
  d: Demonstration,
  { themes }: DemoPanel,
  lines: PromisedLines = {},
): Promise<void> {
  const by = (days: number) => dayOf(new Date(d.now.getTime() + days * 86_400_000));
  const write = (name: DemoThemeName, fields: object, daysAgo: number) =>
    writeReply(
      d.facilitator,
      d.programme,
      themes[name],
      ReplyForm.parse({ planLineId: lines[name] ?? '', ...fields }),
      new Date(d.now.getTime() - daysAgo * 86_400_000),
    );
  await write(
    'fathers',
    {
      intent: 'publish',
      status: 'we-did',
      youSaid:
        'There is nothing for dads, and nothing at weekends when many of us have our children.',
      words:
        'A Saturday breakfast for dads and male carers has begun at Brookside, once a month. Letters about a child now go to both parents.',
      because:
        'Almost nobody who answered the survey was a father, and those who did said so plainly.',
      owner: 'Family hub manager, Brookside',
    },
    9,
  );
  await write(
    'hours',
    {
      intent: 'publish',
      status: 'we-will',
      youSaid: 'Everything is on weekday mornings. People who work, or work shifts, cannot come.',
      words:
        'Two hubs will open one evening a week and one Saturday morning a month. No morning group closes.',
      because: 'The buildings stand empty in the evening. Staff have agreed to new hours.',
      owner: 'Head of family hubs',
      dueOn: by(120),
    },
    6,
  );
  await write(
    'transport',
    {
      intent: 'publish',
      status: 'we-cannot',
      youSaid: 'From Dunsley and Eastmoor it takes two buses, and the last one leaves at five.',
      words: 'We cannot run a minibus, and we cannot change the bus times.',
      because:
        'A minibus for all five places would cost as much as two hub workers. The bus company sets its own times; we have sent it what you wrote. The outreach team visits Eastmoor twice a week instead.',
    },
    6,
  );
  await write(
    'knowing',
    {
      intent: 'save',
      status: 'we-will',
      youSaid: 'Nobody tells us what is on, or when a group is cancelled.',
      words:
        'Every hub will send a text when a group is cancelled, and one page a week says what is on.',
      owner: 'Communications team',
      dueOn: by(60),
    },
    2,
  );
}
