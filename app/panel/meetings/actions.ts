import { z } from 'zod';
import { Day } from '#app/people/programme.ts';

export const ACTION_STATES = ['open', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export const ACTION_STATE_NAMES: Readonly<Record<ActionState, string>> = {
  open: 'To do',
  done: 'Done',
  dropped: 'Not done, because',
};

export const actionStateOf = (word: string): ActionState =>
  ACTION_STATES.find((state) => state === word) ?? 'open';

export const ActionForm = z.object({
  text: z
    .string('Enter what will be done')
    .min(1, 'Enter what will be done')
    .max(500, 'Use 500 characters or fewer'),
  owner: z
    .string('Enter who does it')
    .min(1, 'Enter who does it')
    .max(100, 'Use 100 characters or fewer'),
  dueOn: Day('Enter the day by which it is done'),
});
export type ActionFields = z.output<typeof ActionForm>;

/** What became of an action, or another day for it. */
export const SettleForm = z
  .object({
    actionId: z.string(),
    state: z.enum(ACTION_STATES, 'Select how far it has come'),
    outcome: z.string().max(1000, 'Use 1,000 characters or fewer').default(''),
    dueOn: z.string().default(''),
    version: z.coerce.number().int().default(0),
  })
  .superRefine(({ state, outcome, dueOn }, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (state === 'dropped' && outcome === '') {
      say('outcome', 'Say why it is not done: members read it');
    }
    if (state === 'done' && outcome === '') say('outcome', 'Say what was done: members read it');
    if (state === 'open' && !Day('').safeParse(dueOn).success) {
      say('dueOn', 'Enter the day by which it is done');
    }
  });
export type SettleFields = z.output<typeof SettleForm>;

export interface StoredAction {
  id: string;
  meetingId: string;
  itemId: string | null;
  text: string;
  owner: string;
  dueOn: string;
  state: string;
  outcome: string;
  settledOn: string | null;
}

export const isLate = (action: Pick<StoredAction, 'state' | 'dueOn'>, today: string): boolean =>
  action.state === 'open' && action.dueOn < today;

/** An action with the meeting at which it was taken up and how often it has come back since. */
export type FollowedAction<Action extends StoredAction = StoredAction> = Action & {
  from: { id: string; title: string; heldOn: string };
  late: boolean;
  /** Meetings of its group held since the one at which it was taken up, while it is open. */
  cameBack: number;
};

/**
 * Actions in the order in which they press: late ones first, then by the day, then those settled,
 * latest first.
 *
 * @param meetings all that the actions may be of, and those held since; other groups' are not counted
 */
export function followed<Action extends StoredAction>(
  actions: readonly Action[],
  meetings: readonly {
    id: string;
    title: string;
    heldOn: string;
    state: string;
    groupId: string | null;
  }[],
  today: string,
): FollowedAction<Action>[] {
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const held = meetings.filter(({ state }) => state === 'held');
  return actions
    .flatMap((action) => {
      const meeting = byId.get(action.meetingId);
      if (!meeting) return [];
      const { id, title, heldOn, groupId } = meeting;
      const since = held.filter((one) => one.groupId === groupId && one.heldOn > heldOn);
      return [
        {
          ...action,
          from: { id, title, heldOn },
          late: isLate(action, today),
          cameBack: action.state === 'open' ? since.length : 0,
        },
      ];
    })
    .sort((a, b) => {
      const [openA, openB] = [a.state === 'open', b.state === 'open'];
      if (openA !== openB) return openA ? -1 : 1;
      if (openA) return a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id);
      return (b.settledOn ?? '').localeCompare(a.settledOn ?? '') || a.id.localeCompare(b.id);
    });
}

/**
 * The actions that a meeting looks back on: those taken up at earlier meetings of its group that were
 * open when it began. What was settled between the two meetings is among them, so that the meeting
 * hears of it.
 *
 * @param earlier the day of the meeting before it, or null where it is the first
 */
export function lookedBackOn<Action extends StoredAction>(
  actions: readonly FollowedAction<Action>[],
  meeting: { id: string; heldOn: string },
  earlier: string | null,
): FollowedAction<Action>[] {
  return actions.filter(
    ({ from, state, settledOn }) =>
      from.id !== meeting.id &&
      from.heldOn <= meeting.heldOn &&
      (state === 'open' || (settledOn !== null && earlier !== null && settledOn >= earlier)),
  );
}
