import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import {
  agreementsOf,
  communicationsOf,
  deleteAgreement,
  deleteCommunication,
  deleteReach,
  insertAgreements,
  insertCommunications,
  saveReach,
  updateAgreement,
  updateCommunication,
} from '#db/plan-registers.ts';
import { theStore, type Reader, type Writer } from '#db/store.server.ts';
import type { Agreement, AgreementFields } from './agreement.ts';
import type { Communication, CommunicationFields } from './communication.ts';

/** What came of saving a row: where somebody saved it first, as it stands now. */
export type Kept<Row> =
  { outcome: 'saved'; id: string } | { outcome: 'changed-meanwhile'; theirs: Row };

/** A row of a file: what it makes of the row of that name, or of none. */
export interface Brought<Fields, Row> {
  name: string;
  over: (was: Row | null) => Fields;
}

type Doing = 'added' | 'changed' | 'removed';

/** How one of the two registers is kept. */
interface Register<
  Fields extends { title: string },
  Row extends Fields & { id: string; version: number },
> {
  kind: 'agreement' | 'communication';
  brought: 'agreements.brought' | 'communications.brought';
  rowsOf: (db: Reader, programme: Programme) => Promise<Row[]>;
  insert: (tx: Writer, programme: Programme, rows: (Fields & { id: string })[]) => Promise<void>;
  update: (
    tx: Writer,
    authorityId: string,
    id: string,
    seen: number,
    fields: Fields,
  ) => Promise<boolean>;
  remove: (tx: Writer, authorityId: string, id: string) => Promise<void>;
}

const added = ({ authorityId, id }: Programme, at = new Date()) => ({
  ...{ authorityId, programmeId: id, version: 1, createdAt: at, changedAt: at },
});

const AGREEMENTS: Register<AgreementFields, Agreement> = {
  kind: 'agreement',
  brought: 'agreements.brought',
  rowsOf: agreementsOf,
  insert: (tx, programme, rows) =>
    insertAgreements(
      tx,
      rows.map((row) => ({ ...added(programme), ...row })),
    ),
  update: (tx, authorityId, id, seen, fields) =>
    updateAgreement(tx, authorityId, id, seen, { ...fields, changedAt: new Date() }),
  remove: deleteAgreement,
};

const COMMUNICATIONS: Register<CommunicationFields, Communication> = {
  kind: 'communication',
  brought: 'communications.brought',
  rowsOf: communicationsOf,
  insert: (tx, programme, rows) =>
    insertCommunications(
      tx,
      rows.map((row) => ({ ...added(programme), ...row })),
    ),
  update: (tx, authorityId, id, seen, fields) =>
    updateCommunication(tx, authorityId, id, seen, { ...fields, changedAt: new Date() }),
  remove: deleteCommunication,
};

const scope = (programme: Programme) => `programme:${programme.id}`;

/** The deeds on one register; each checks who asks and writes one row in the audit trail. */
function deedsOn<
  Fields extends { title: string },
  Row extends Fields & { id: string; version: number },
>(register: Register<Fields, Row>) {
  const tell = (tx: Writer, by: Person, doing: Doing, id: string, title: string) =>
    record(tx, by, `${register.kind}.${doing}`, { kind: register.kind, id }, { title });
  const standing = async (tx: Reader, programme: Programme, id: string): Promise<Row> => {
    const row = (await register.rowsOf(tx, programme)).find((one) => one.id === id);
    if (!row) throw new NotFound(register.kind);
    return row;
  };
  return {
    read: (programme: Programme, id: string) => standing(theStore().read, programme, id),

    async add(by: Person, programme: Programme, fields: Fields): Promise<string> {
      allow(by, 'plan.edit', programme);
      const id = newId();
      await theStore().write(scope(programme), async (tx) => {
        await register.insert(tx, programme, [{ ...fields, id }]);
        await tell(tx, by, 'added', id, fields.title);
      });
      return id;
    },

    async edit(
      by: Person,
      programme: Programme,
      id: string,
      seen: number,
      fields: Fields,
    ): Promise<Kept<Row>> {
      allow(by, 'plan.edit', programme);
      return theStore().write(scope(programme), async (tx) => {
        const row = await standing(tx, programme, id);
        const saved = await register.update(tx, programme.authorityId, id, seen, fields);
        if (!saved) return { outcome: 'changed-meanwhile', theirs: row } as const;
        await tell(tx, by, 'changed', id, fields.title);
        return { outcome: 'saved', id } as const;
      });
    },

    async remove(by: Person, programme: Programme, id: string): Promise<{ title: string }> {
      allow(by, 'plan.edit', programme);
      return theStore().write(scope(programme), async (tx) => {
        const { title } = await standing(tx, programme, id);
        await register.remove(tx, programme.authorityId, id);
        await tell(tx, by, 'removed', id, title);
        return { title };
      });
    },

    /** Rows of a file: one whose name is here changes that row, any other is added. */
    async bring(
      by: Person,
      programme: Programme,
      rows: readonly Brought<Fields, Row>[],
    ): Promise<{ added: number; changed: number }> {
      allow(by, 'plan.edit', programme);
      return theStore().write(scope(programme), async (tx) => {
        const { authorityId } = programme;
        const here = await register.rowsOf(tx, programme);
        const byName = new Map(here.map((row) => [row.title.toLowerCase(), row]));
        const fresh: (Fields & { id: string })[] = [];
        let changed = 0;
        for (const { name, over } of rows) {
          const old = byName.get(name.toLowerCase());
          if (old === undefined) fresh.push({ ...over(null), id: newId() });
          else {
            await register.update(tx, authorityId, old.id, old.version, over(old));
            changed += 1;
          }
        }
        await register.insert(tx, programme, fresh);
        const counts = { added: fresh.length, changed };
        await record(tx, by, register.brought, { kind: 'programme', id: programme.id }, counts);
        return counts;
      });
    },
  };
}

export const agreementDeeds = deedsOn(AGREEMENTS);
export const communicationDeeds = deedsOn(COMMUNICATIONS);

/** Records how many a communication reached by a day; a second figure of a day takes its place. */
export async function recordReach(
  by: Person,
  programme: Programme,
  id: string,
  figure: { on: string; reached: number; source: string },
): Promise<void> {
  allow(by, 'plan.edit', programme);
  await theStore().write(scope(programme), async (tx) => {
    const { title } = await communicationIn(tx, programme, id);
    const { authorityId } = programme;
    await saveReach(tx, {
      ...{ id: newId(), authorityId, communicationId: id, createdAt: new Date() },
      ...figure,
    });
    await record(tx, by, 'communication.reached', { kind: 'communication', id }, { title });
  });
}

/** Takes a figure out that was recorded by mistake. */
export async function dropReach(
  by: Person,
  programme: Programme,
  id: string,
  reachId: string,
): Promise<void> {
  allow(by, 'plan.edit', programme);
  await theStore().write(scope(programme), async (tx) => {
    const { title } = await communicationIn(tx, programme, id);
    await deleteReach(tx, programme.authorityId, id, reachId);
    await record(tx, by, 'communication.changed', { kind: 'communication', id }, { title });
  });
}

async function communicationIn(tx: Reader, programme: Programme, id: string) {
  const one = (await communicationsOf(tx, programme)).find((each) => each.id === id);
  if (!one) throw new NotFound('communication');
  return one;
}
