import { drawPanel, type DrawablePanel, type Drawn } from '../selection/draw.ts';
import type { Pool } from '../selection/pool.ts';
import { askedNow } from './call-page.ts';
import { standingFor, type Invited, type InvitationStanding } from './invitation.ts';

/** A draw as it is kept. */
export interface KeptDraw {
  pool: unknown;
  panels: unknown;
  seed: string;
  drawnAt: Date;
}

type KeptInvitation = Invited & { invitedAt: Date };

/** What follows from a draw, and from what everybody answered since. */
export interface Turns {
  pool: Pool;
  again: Drawn;
  /** Whose turn it is: those drawn, and the next alike them for each who gave way. */
  asked: string[];
  /** Places that nobody is left for. */
  withoutSubstitute: number;
}

/**
 * Whose turn it is. Somebody who said no gives way to the next of those alike them, as does somebody
 * who let the day pass, and somebody who took their words back and is not in `people` any more.
 */
export function turnsOf(
  draw: KeptDraw,
  people: readonly { id: string; outcome: string }[],
  invitations: ReadonlyMap<string, KeptInvitation>,
): Turns {
  const pool = draw.pool as Pool;
  const again = drawPanel(pool, draw.panels as DrawablePanel[], draw.seed);
  const here = new Map(people.map((person) => [person.id, person.outcome]));
  const gone = pool.groups
    .flatMap(({ ids }) => ids)
    .filter((id) => {
      const outcome = here.get(id) ?? 'declined';
      if (outcome === 'member') return false;
      return outcome === 'declined' || passed(invitations.get(id), draw.drawnAt);
    });
  return { pool, again, ...askedNow(pool, again, new Set(gone)) };
}

/** What came before this draw says nothing about it. */
const passed = (invitation: KeptInvitation | undefined, drawnAt: Date): boolean =>
  invitation !== undefined && invitation.lapsedAt !== null && invitation.lapsedAt >= drawnAt;

/** Where everybody who came forward stands. */
export function standingsOf(
  people: readonly { id: string; outcome: string }[],
  invitations: ReadonlyMap<string, Invited>,
  asked: readonly string[],
): Map<string, InvitationStanding> {
  const turn = new Set(asked);
  return new Map(
    people.map(({ id, outcome }) => [id, standingFor(outcome, invitations.get(id), turn.has(id))]),
  );
}

/**
 * Whether a place among those alike somebody is free: fewer of them are on the panel or still
 * have to answer than were drawn. Asked when a yes comes after a no, or after the day.
 */
export function hasFreePlace(
  { pool, again }: Pick<Turns, 'pool' | 'again'>,
  id: string,
  standings: ReadonlyMap<string, InvitationStanding>,
): boolean {
  const group = pool.groups.find(({ ids }) => ids.includes(id));
  if (!group) return false;
  const places = again.drawn.filter((one) => group.ids.includes(one)).length;
  const held = group.ids.filter((one) => {
    const standing = standings.get(one);
    return one !== id && (standing === 'member' || standing === 'invited' || standing === 'asks');
  });
  return held.length < places;
}
