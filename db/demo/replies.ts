import { askToHear } from '#app/panel/answer/hear-back.server.ts';
import { sayAbout } from '#app/panel/answer/say-about.server.ts';
import { readTranslation } from '#app/panel/answer/read-translation.server.ts';
import { translateReply } from '#app/panel/answer/translate-reply.server.ts';
import { ReplyForm } from '#app/panel/reply.ts';
import { writeReply } from '#app/panel/write-reply.server.ts';
import { theStore } from '../store.server.ts';
import { theoryOfProgramme } from '../theory.ts';
import { dayFrom } from './days.ts';
import type { Demonstration } from './load.server.ts';
import type { DemoPanel } from './panel.ts';
import type { DemoThemeName } from './panel-words.ts';

/** The lines of the plan that the replies promise, where there are any. */
export type PromisedLines = Partial<Record<DemoThemeName, string>>;

/**
 * Back to families: a promise that was kept, one that is past its day, one that cannot be done, one
 * that is still thought about, and one answer drafted, so that every state has something true to show.
 * One is written in Urdu too; two members asked to hear, and one theme speaks about the theory.
 */
export async function demoReplies(
  d: Demonstration,
  { themes, people }: DemoPanel,
  lines: PromisedLines = {},
): Promise<void> {
  const by = (days: number) => dayFrom(d, days);
  const write = (name: DemoThemeName, fields: object, daysAgo: number) =>
    writeReply(
      d.facilitator,
      d.programme,
      themes[name],
      ReplyForm.parse({ planLineId: lines[name] ?? '', ...fields }),
      new Date(d.now.getTime() - daysAgo * 86_400_000),
    );
  for (const at of [0, 2]) {
    const member = people[at];
    if (member) await askToHear(member, d.programme.id, true);
  }
  await write(
    'fathers',
    {
      intent: 'publish',
      status: 'we-will',
      youSaid:
        'There is nothing for dads, and nothing at weekends when many of us have our children.',
      words: 'We will begin a Saturday breakfast for dads and male carers at Brookside.',
      owner: 'Family hub manager, Brookside',
      dueOn: by(-8),
    },
    16,
  );
  await write(
    'fathers',
    {
      intent: 'publish',
      version: 1,
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
      dueOn: by(-3),
    },
    15,
  );
  const { ofDigest } = await readTranslation(d.programme, themes.hours, 'ur');
  const inUrdu = { ...HOURS_IN_URDU, ofDigest };
  await translateReply(d.facilitator, d.programme, themes.hours, 'ur', inUrdu);
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
  await write(
    'name',
    {
      intent: 'publish',
      status: 'thinking',
      youSaid: 'The name “family hub” does not tell us what it is, or whether we are allowed in.',
      words: 'We are asking the panel which of two names and designs is clearer.',
      owner: 'Communications team',
      dueOn: by(30),
    },
    1,
  );
  await speakAboutPlans(d, themes, lines);
}

/** Hand-written for this purpose, as everything here. */
const HOURS_IN_URDU = {
  youSaid: 'سب کچھ ہفتے کے دنوں میں صبح ہوتا ہے۔ کام کرنے والے لوگ نہیں آ سکتے۔',
  words: 'دو مراکز ہفتے میں ایک شام اور مہینے میں ایک ہفتے کی صبح کھلیں گے۔',
  because: 'شام کو عمارتیں خالی ہوتی ہیں۔ عملے نے نئے اوقات قبول کر لیے ہیں۔',
};

/** What families said about a line of the plan and about a box of the theory. */
async function speakAboutPlans(
  d: Demonstration,
  themes: DemoPanel['themes'],
  lines: PromisedLines,
): Promise<void> {
  const line = lines.hours;
  if (line !== undefined) {
    await sayAbout(d.facilitator, d.programme, themes.hours, {
      about: { kind: 'plan-line', id: line },
      relation: 'asks-change',
      why: 'Some work shifts: a different evening each week would let them come.',
    });
  }
  const theory = await theoryOfProgramme(theStore().read, d.authorityId, d.programme.id);
  const outcome = theory?.boxes.find(({ type }) => type === 'intermediateOutcome');
  if (outcome !== undefined) {
    await sayAbout(d.facilitator, d.programme, themes.transport, {
      about: { kind: 'box', id: outcome.id },
      relation: 'contradicts',
      why: 'Without a bus after five, families from Dunsley and Eastmoor cannot get there.',
    });
  }
}
