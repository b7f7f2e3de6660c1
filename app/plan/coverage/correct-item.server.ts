import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import { record } from '#db/people.ts';
import { correctionsOf, insertCorrections } from '#db/packs.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { sayDay } from '#app/ui/words.ts';
import { packById } from '#templates/frameworks/index.ts';
import {
  correctedPack,
  CORRECTED_FIELDS,
  fieldOf,
  standing,
  type CorrectedField,
  type Correction,
} from './corrections.ts';
import type { Requirement } from './packs.ts';

/** An item of a pack that ships. */
export interface Item {
  packId: string;
  requirementId: string;
}

/** What stands over an item now, and the id of what was put right last; empty where nothing was. */
interface Stands {
  shipped: Requirement;
  now: Requirement;
  corrections: (Correction & { id: string })[];
  newest: string;
}

async function standsNow(tx: Reader, by: Person, { packId, requirementId }: Item): Promise<Stands> {
  const pack = packById(packId);
  const shipped = pack?.requirements.find(({ id }) => id === requirementId);
  if (!pack || !shipped) throw new NotFound('item of a pack that ships');
  const all = await correctionsOf(tx, by.authorityId);
  const corrections = all.filter(
    (one) => one.packId === packId && one.requirementId === requirementId,
  );
  const now = correctedPack(pack, corrections).requirements.find(({ id }) => id === requirementId);
  return { shipped, now: now ?? shipped, corrections, newest: corrections.at(-1)?.id ?? '' };
}

const CHANGED =
  'Somebody else put this item right since you opened the page. Look at what stands now, and save again if yours is better';

/**
 * Puts an item right: what differs from what stands is kept, with the reason. Gives how many fields.
 *
 * @param seen the newest correction that the page showed, or empty
 */
export async function correctItem(
  by: Person,
  item: Item,
  { fields, why, seen }: { fields: Record<CorrectedField, string>; why: string; seen: string },
): Promise<number> {
  allow(by, 'packs.edit', by);
  return theStore().write(`packs:${by.authorityId}`, async (tx) => {
    const { shipped, now, newest } = await standsNow(tx, by, item);
    if (newest !== seen) throw new Conflict(CHANGED);
    const at = new Date();
    const changed = CORRECTED_FIELDS.filter((field) => fields[field] !== fieldOf(now, field));
    await insertCorrections(
      tx,
      changed.map((field) => ({
        id: newId(),
        authorityId: by.authorityId,
        ...item,
        field,
        was: fieldOf(now, field),
        is: fields[field],
        why,
        byName: by.name,
        at,
        // What is put back to how it ships is a correction no more.
        withdrawn: fields[field] === fieldOf(shipped, field),
      })),
    );
    if (changed.length > 0) {
      const thing = { kind: 'requirement', id: `${item.packId}:${item.requirementId}` };
      const details = { count: changed.length, requirement: item.requirementId };
      await record(tx, by, 'pack.corrected', thing, details);
    }
    return changed.length;
  });
}

/** Takes back everything that was put right in an item: it stands as it ships. */
export async function undoCorrections(
  by: Person,
  item: Item,
  { why, seen }: { why: string; seen: string },
): Promise<void> {
  allow(by, 'packs.edit', by);
  await theStore().write(`packs:${by.authorityId}`, async (tx) => {
    const { shipped, corrections, newest } = await standsNow(tx, by, item);
    if (newest !== seen) throw new Conflict(CHANGED);
    const at = new Date();
    const stands = [...standing(corrections).values()];
    if (stands.length === 0) return;
    await insertCorrections(
      tx,
      stands.map(({ field, is }) => ({
        id: newId(),
        authorityId: by.authorityId,
        ...item,
        field,
        was: is,
        is: fieldOf(shipped, field),
        why,
        byName: by.name,
        at,
        withdrawn: true,
      })),
    );
    const thing = { kind: 'requirement', id: `${item.packId}:${item.requirementId}` };
    await record(tx, by, 'pack.uncorrected', thing, { requirement: item.requirementId });
  });
}

/**
 * Records that somebody checked a recalled item in the official copy: what it says there, and where.
 * From then on it is given as guidance, of the publisher’s own page.
 */
export async function confirmItem(
  by: Person,
  item: Item,
  {
    checkedOn,
    says,
    place,
    seen,
  }: { checkedOn: string; says: string; place: string; seen: string },
): Promise<number> {
  allow(by, 'packs.edit', by);
  const stands = await standsNow(theStore().read, by, item);
  const now = Object.fromEntries(
    CORRECTED_FIELDS.map((field) => [field, fieldOf(stands.now, field)]),
  ) as Record<CorrectedField, string>;
  return correctItem(by, item, {
    fields: { ...now, text: says, heading: place, grade: 'A' },
    why: `Checked in the official copy on ${sayDay(checkedOn)}.`,
    seen,
  });
}
