import type { Programme } from '#db/people.ts';
import type { InterestContactRow, InterestRow } from '#db/recruitment.ts';
import type { Person } from '#app/people/can.ts';
import { sayMoment, sayShortDay } from '#app/ui/words.ts';
import { AGE_BANDS, CARES_AS, labelIn, PREFERRED, SEXES } from '../member-lists.ts';
import { drawPanel, type DrawablePanel } from '../selection/draw.ts';
import type { Pool } from '../selection/pool.ts';
import { askedNow, quotaLines } from './call-page.ts';
import type { CallView, PersonLine } from './CallPage.tsx';
import { readCall } from './draw-panel.server.ts';
import { balancedBy, quotasOf, sayQuota } from './open-call.ts';

/** A call as its page shows it; the newest draw is made again, to see that it gives the same. */
export async function callView(
  by: Person,
  programme: Programme,
  callId: string,
  today: string,
): Promise<Omit<CallView, 'address' | 'qr'> & { code: string }> {
  const { call, people, contacts, draws } = await readCall(by, programme, callId);
  const ways = balancedBy(programme.places);
  const lines = new Map(people.map((one) => [one.id, lineOf(one, contacts.get(one.id))]));
  const { id, code, title, size, closesOn, keepUntil } = call;
  const [newest] = draws;
  return {
    id,
    code,
    title,
    size,
    closesOn,
    keepUntil,
    open: today <= closesOn,
    quotas: quotasOf(call.quotas).map((quota) => sayQuota(quota, ways, size)),
    people: [...lines.values()],
    drawsBefore: Math.max(0, draws.length - 1),
    draw: newest ? drawOf(newest) : null,
  };

  function drawOf(draw: NonNullable<typeof newest>): NonNullable<CallView['draw']> {
    const pool = draw.pool as Pool;
    const again = drawPanel(pool, draw.panels as DrawablePanel[], draw.seed);
    const declined = new Set(
      // Who took their words back is not here any more, and is not asked either.
      pool.groups
        .flatMap(({ ids }) => ids)
        .filter((one) => (lines.get(one)?.outcome ?? 'declined') === 'declined'),
    );
    const { asked, withoutSubstitute } = askedNow(pool, again, declined);
    return {
      when: sayMoment(draw.drawnAt),
      seed: draw.seed,
      reason: draw.reason,
      sameAgain: [...again.drawn].sort().join() === [...draw.drawn].sort().join(),
      asked: asked.flatMap((one) => lines.get(one) ?? []),
      withoutSubstitute,
      quotas: quotaLines(pool, asked, ways).lines,
    };
  }
}

function lineOf(interest: InterestRow, contact: InterestContactRow | undefined): PersonLine {
  const { about } = interest;
  const said = [
    labelIn(CARES_AS, about['caresAs']),
    labelIn(SEXES, about['sex']),
    labelIn(AGE_BANDS, about['ageBand']),
    about['area'] ?? '–',
  ].filter((words) => words !== '–');
  const reach = [
    contact?.email ?? '',
    contact?.phone ?? '',
    contact?.preferred ? `prefers ${labelIn(PREFERRED, contact.preferred).toLowerCase()}` : '',
    contact?.language ?? '',
  ].filter((words) => words !== '');
  return {
    id: interest.id,
    name: contact?.name ?? '–',
    about: said.length === 0 ? 'Said nothing' : said.join(', '),
    helps: interest.helps,
    reach: reach.join(', '),
    saidOn: sayShortDay(interest.saidOn),
    channel: interest.channel === 'web' ? 'On the web' : 'On paper',
    outcome: interest.outcome,
  };
}
