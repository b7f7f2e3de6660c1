import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { LineForm } from '#app/plan/lines/line-form.ts';
import { insertPlanLine } from '#app/plan/lines/keep-plan-line.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { lineById } from '#db/plan-lines.ts';
import {
  closeRound,
  deleteOwnItem,
  evaluationsOf,
  insertEvaluation,
  insertOwnItem,
  insertRound,
  ownItemsOf,
  roundsOf,
  setMeans,
  updateEvaluation,
} from '#db/self-evaluation.ts';
import { theStore, type Reader, type Writer } from '#db/store.server.ts';
import type { EvaluationFields } from './forms.ts';
import type { FrameworkId, Item } from './frameworks.ts';
import type { Offer } from './offers.ts';
import { readItems } from './read-self-evaluation.server.ts';
import type { Evaluation, Round } from './self-evaluation.ts';

const scope = (programme: Programme) => `programme:${programme.id}`;

/** Begins a round; the one before is closed and stays as it is. */
export async function beginRound(
  by: Person,
  programme: Programme,
  name: string,
  at = new Date(),
): Promise<number> {
  allow(by, 'plan.edit', programme);
  return theStore().write(scope(programme), async (tx) => {
    const { authorityId, id: programmeId } = programme;
    const [newest] = await roundsOf(tx, programme);
    const number = (newest?.number ?? 0) + 1;
    if (newest) await closeRound(tx, authorityId, newest.id, dayOf(at));
    const id = newId(at);
    const startedOn = dayOf(at);
    await insertRound(tx, {
      ...{ id, authorityId, programmeId, number, name, startedOn, closedOn: null, createdAt: at },
    });
    const thing = { kind: 'self-evaluation', id };
    await record(tx, by, 'self-evaluation.begun', thing, { number, name });
    return number;
  });
}

/** What is kept of an item beside which nothing was said yet in a round. */
export type Standing = Pick<Evaluation, keyof EvaluationFields | 'version'>;

/**
 * What came of saving: where somebody saved it first or began another round, what is kept there and in
 * which round.
 */
export type KeptEvaluation =
  | { outcome: 'saved' }
  | { outcome: 'changed-meanwhile' | 'another-round'; round: Round; theirs: Standing };

/**
 * Keeps what the open round says of an item, unless somebody changed it or began another round after
 * `seen` was read.
 *
 * @param seen the id of the round and the version on the page; 0 where nothing was said of the item yet
 */
export async function keepEvaluation(
  by: Person,
  programme: Programme,
  item: Item,
  seen: { round: string; version: number },
  fields: EvaluationFields,
): Promise<KeptEvaluation> {
  allow(by, 'plan.edit', programme);
  return theStore().write(scope(programme), async (tx) => {
    const round = await openRound(tx, programme);
    const theirs = await standing(tx, programme, item);
    if (round.id !== seen.round) {
      return {
        outcome: 'another-round',
        round,
        theirs: theirs ?? { ...BLANK, version: 0 },
      } as const;
    }
    if (theirs && theirs.version !== seen.version) {
      return { outcome: 'changed-meanwhile', round, theirs } as const;
    }
    await change(tx, by, programme, item, theirs, fields);
    await tell(tx, by, programme, 'self-evaluation.rated', item);
    return { outcome: 'saved' } as const;
  });
}

/** Ties something that the system knows as evidence, in words as it stands today; tied once only. */
export async function tieEvidence(
  by: Person,
  programme: Programme,
  item: Item,
  offer: Offer,
): Promise<void> {
  allow(by, 'plan.edit', programme);
  await theStore().write(scope(programme), async (tx) => {
    const old = await standing(tx, programme, item);
    const tied = (old?.tied ?? []).filter(({ key }) => key !== offer.key);
    const one = { key: offer.key, words: offer.words, on: dayOf(new Date()), by: by.name };
    await change(tx, by, programme, item, old, { tied: [...tied, one] });
    await tell(tx, by, programme, 'self-evaluation.tied', item);
  });
}

export async function untieEvidence(
  by: Person,
  programme: Programme,
  item: Item,
  key: string,
): Promise<void> {
  allow(by, 'plan.edit', programme);
  await theStore().write(scope(programme), async (tx) => {
    const old = await standing(tx, programme, item);
    if (!old) return;
    await change(tx, by, programme, item, old, { tied: old.tied.filter((one) => one.key !== key) });
    await tell(tx, by, programme, 'self-evaluation.rated', item);
  });
}

/**
 * Makes a plan line of an improvement: its words, who sees to it and by when. Once: asked again, the line
 * that is there is the answer.
 */
export async function planImprovement(
  by: Person,
  programme: Programme,
  item: Item,
): Promise<{ lineId: string; title: string }> {
  allow(by, 'plan.edit', programme);
  return theStore().write(scope(programme), async (tx) => {
    const old = await standing(tx, programme, item);
    if (!old || old.improve === '') throw new NotFound('improvement');
    const { improve: title, owner, dueOn } = old;
    const there =
      old.lineId === null
        ? undefined
        : await lineById(tx, programme.authorityId, programme.id, old.lineId);
    if (there) return { lineId: there.id, title: there.title };
    const fields = LineForm.parse({ title, owner, endsOn: dueOn ?? '' });
    const lineId = await insertPlanLine(tx, by, programme.id, fields);
    await change(tx, by, programme, item, old, { lineId });
    await tell(tx, by, programme, 'self-evaluation.planned', item);
    return { lineId, title };
  });
}

/** Adds an item in the authority's own words. */
export async function addOwnItem(
  by: Person,
  programme: Programme,
  framework: FrameworkId,
  title: string,
): Promise<string> {
  allow(by, 'plan.edit', programme);
  const at = new Date();
  const id = newId(at);
  await theStore().write(scope(programme), async (tx) => {
    const { authorityId, id: programmeId } = programme;
    const row = { id, authorityId, programmeId, framework, title, means: {}, createdAt: at };
    await insertOwnItem(tx, row);
    const thing = { kind: 'self-evaluation', id };
    await record(tx, by, 'self-evaluation.item-added', thing, { title });
  });
  return id;
}

/** Takes an own item out, with what every round said of it. */
export async function removeOwnItem(by: Person, programme: Programme, item: Item): Promise<void> {
  allow(by, 'plan.edit', programme);
  await theStore().write(scope(programme), async (tx) => {
    const own = await ownItemsOf(tx, programme);
    if (!own.some(({ id, aboutItem }) => id === item.id && aboutItem === '')) {
      throw new NotFound('item of your own');
    }
    await deleteOwnItem(tx, programme.authorityId, item.id);
    await tell(tx, by, programme, 'self-evaluation.item-removed', item);
  });
}

/** Keeps what each stage means for an item, in the authority's words. */
export async function keepMeans(
  by: Person,
  programme: Programme,
  item: Item,
  means: Record<string, string>,
): Promise<void> {
  allow(by, 'plan.edit', programme);
  await theStore().write(scope(programme), async (tx) => {
    const { authorityId, id: programmeId } = programme;
    const own = await ownItemsOf(tx, programme);
    const row = own.find(
      ({ framework, id, aboutItem }) =>
        framework === item.framework && (item.own ? id === item.id : aboutItem === item.id),
    );
    if (row) await setMeans(tx, authorityId, row.id, means);
    else {
      const at = new Date();
      const about = { framework: item.framework, title: item.title, aboutItem: item.id };
      await insertOwnItem(tx, {
        ...{ id: newId(at), authorityId, programmeId, ...about, means, createdAt: at },
      });
    }
    await tell(tx, by, programme, 'self-evaluation.rated', item);
  });
}

/** The item that an address names. */
export async function itemNamed(
  programme: Programme,
  framework: string | undefined,
  id: string | undefined,
): Promise<Item> {
  const items = await readItems(programme);
  const item = items.find((one) => one.framework === framework && one.id === id);
  if (!item) throw new NotFound('principle or element');
  return item;
}

/** What the open round says of an item. */
async function standing(
  db: Reader,
  programme: Programme,
  item: Item,
): Promise<Evaluation | undefined> {
  const round = (await roundsOf(db, programme)).find(({ closedOn }) => closedOn === null);
  if (!round) return undefined;
  return (await evaluationsOf(db, programme)).find(
    (one) => one.roundId === round.id && one.framework === item.framework && one.itemId === item.id,
  );
}

/** The round in which ratings are kept now. */
export async function openRound(db: Reader, programme: Programme): Promise<Round> {
  const round = (await roundsOf(db, programme)).find(({ closedOn }) => closedOn === null);
  if (!round) throw new NotFound('open round');
  return round;
}

const BLANK = {
  ...{ rating: '', evidence: '', improve: '', owner: '', dueOn: null, panelRating: '' },
  ...{ panelSaid: '', tied: [], lineId: null },
};

async function change(
  tx: Writer,
  by: Person,
  programme: Programme,
  item: Item,
  old: Evaluation | undefined,
  fields: Partial<EvaluationFields & Pick<Evaluation, 'tied' | 'lineId'>>,
): Promise<void> {
  const { authorityId, id: programmeId } = programme;
  const [changedAt, changedBy] = [new Date(), by.name];
  if (old) {
    await updateEvaluation(tx, authorityId, old.id, old.version, {
      ...{ ...fields, changedAt, changedBy },
    });
    return;
  }
  const round = await openRound(tx, programme);
  await insertEvaluation(tx, {
    ...{ id: newId(changedAt), authorityId, programmeId, roundId: round.id },
    ...{ framework: item.framework, itemId: item.id },
    ...{ ...BLANK, ...fields, version: 1, changedAt, changedBy },
  });
}

type Doing =
  | 'self-evaluation.rated'
  | 'self-evaluation.tied'
  | 'self-evaluation.planned'
  | 'self-evaluation.item-removed';

const tell = (tx: Writer, by: Person, programme: Programme, doing: Doing, item: Item) =>
  record(tx, by, doing, { kind: 'self-evaluation', id: programme.id }, { title: item.title });
