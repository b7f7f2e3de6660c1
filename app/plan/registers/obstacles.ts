import type { Obstacle } from '#app/plan/sign-off.ts';
import { inOrder, reviewOf, sayReview, type Agreement } from './agreement.ts';

/** What the registers of a plan say that stands between it and its sign-off. */
export interface RegistersAsTheyStand {
  agreements: readonly Agreement[];
  /** Names of boards that decide or steer and on which parents and carers have no seat. */
  boardsWithoutPanel: readonly string[];
  /** YYYY-MM-DD. */
  today: string;
}

/**
 * Agreements that are blocked while lines of the plan wait for them, boards without a seat of the
 * panel, and reviews that are overdue, in that order.
 */
export function registerObstacles(
  registers: RegistersAsTheyStand,
  lines: readonly { id: string; title: string; status: string }[],
): Obstacle[] {
  const { agreements, boardsWithoutPanel, today } = registers;
  const running = new Map(
    lines.filter(({ status }) => status !== 'stopped').map(({ id, title }) => [id, title]),
  );
  const waiting = inOrder(agreements, today).flatMap((one) => {
    const titles = one.lineIds.flatMap((id) => running.get(id) ?? []);
    return one.state === 'blocked' && titles.length > 0 ? [{ one, titles }] : [];
  });
  const overdue = agreements.filter((one) => reviewOf(one, today) === 'overdue');
  return [
    ...some(waiting, (n): Obstacle => ({
      id: 'agreements-blocked',
      says: `${n === 1 ? 'An agreement' : `${n} agreements`} on data sharing that plan lines wait for ${n === 1 ? 'is' : 'are'} blocked`,
      todo: 'Settle what stands in the way, or plan the lines without it.',
      fixedOn: 'sharing',
      about: waiting.map(({ one, titles }) => `${one.title}: ${titles.join('; ')}`),
    })),
    ...some(boardsWithoutPanel, (n): Obstacle => ({
      id: 'boards-without-panel',
      says: `${n} ${n === 1 ? 'board that decides has' : 'boards that decide have'} no seat for parents and carers`,
      todo: 'Add a seat of the panel on the page of each board.',
      fixedOn: 'governance',
      about: [...boardsWithoutPanel],
    })),
    ...some(overdue, (n): Obstacle => ({
      id: 'agreements-overdue',
      says: `The review of ${n} ${n === 1 ? 'agreement' : 'agreements'} on data sharing is overdue`,
      todo: 'Look at each again, and set the day of the next review.',
      fixedOn: 'sharing',
      about: overdue.map((one) => `${one.title}: ${sayReview(one, today).toLowerCase()}`),
    })),
  ];
}

function some<Thing>(things: readonly Thing[], obstacle: (count: number) => Obstacle): Obstacle[] {
  return things.length === 0 ? [] : [obstacle(things.length)];
}
