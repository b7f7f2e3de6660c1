import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { consultationById } from '#db/consultations.ts';
import { newId } from '#db/ids.ts';
import { record, type Programme } from '#db/people.ts';
import { deletePicture, insertPicture } from '#db/pictures.ts';
import { insertStatement, statementsOf, updateStatement, type Statement } from '#db/statements.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { hasOptions, MOST_PICTURES, optionsFrom, type ItemFormFields } from './item-form.ts';
import type { ItemOption } from './items.ts';
import { KIND_OF, kindOf } from './kinds.ts';
import type { Drawn } from './draw-picture.server.ts';

/** Adds a thing to ask to a drafted consultation, or changes one; gives its id. */
export async function saveItem(
  by: Person,
  programme: Programme,
  consultationId: string,
  itemId: string | null,
  fields: ItemFormFields,
): Promise<string> {
  const { authorityId } = programme;
  return inDraft(by, programme, consultationId, async (tx, { here, kind }) => {
    if (!KIND_OF[kind].items.includes(fields.type)) throw new NotFound('type');
    const before = here.find(({ id }) => id === itemId);
    if (itemId !== null && before?.type !== fields.type) throw new NotFound('question');
    const { text, hint } = fields;
    const options = hasOptions(fields.type)
      ? optionsFrom(fields.options, before?.options ?? [], newId)
      : null;
    const method = fields.type === 'choice' ? fields.method : '';
    if (before) {
      await dropPictures(tx, authorityId, before.options, options);
      await updateStatement(tx, authorityId, before.id, { text, hint, options, method });
      return before.id;
    }
    const { most } = KIND_OF[kind];
    if (here.length >= most) throw new Conflict(`It asks ${most} things at most.`);
    const id = newId();
    const position = (here.at(-1)?.position ?? 0) + 1;
    const { type } = fields;
    const row = { id, authorityId, consultationId, position, type, text, hint, options, method };
    await insertStatement(tx, row);
    return id;
  });
}

/** Deletes the pictures of options that are no more. */
async function dropPictures(
  tx: Writer,
  authorityId: string,
  before: readonly ItemOption[] | null,
  after: readonly ItemOption[] | null,
): Promise<void> {
  const kept = new Set(after?.map(({ pictureId }) => pictureId));
  for (const { pictureId } of before ?? []) {
    if (pictureId !== undefined && !kept.has(pictureId)) {
      await deletePicture(tx, authorityId, pictureId);
    }
  }
}

/** Gives an option a picture, in the place of the one that it had. */
export async function setPicture(
  by: Person,
  programme: Programme,
  where: { consultationId: string; itemId: string; optionId: string },
  drawn: Drawn,
  alt: string,
): Promise<void> {
  const { consultationId } = where;
  const { authorityId } = programme;
  await changeOption(by, programme, where, async (tx, option, options) => {
    const others = options.filter((one) => one.id !== option.id && one.pictureId !== undefined);
    if (others.length >= MOST_PICTURES) {
      throw new Conflict(`${MOST_PICTURES} options can have a picture: more make a heavy page.`);
    }
    if (option.pictureId !== undefined) await deletePicture(tx, authorityId, option.pictureId);
    const pictureId = newId();
    await insertPicture(tx, { id: pictureId, authorityId, consultationId, alt, ...drawn });
    return { ...option, pictureId };
  });
}

export async function removePicture(
  by: Person,
  programme: Programme,
  where: { consultationId: string; itemId: string; optionId: string },
): Promise<void> {
  await changeOption(by, programme, where, async (tx, { id, words, pictureId }) => {
    if (pictureId !== undefined) await deletePicture(tx, programme.authorityId, pictureId);
    return { id, words };
  });
}

async function changeOption(
  by: Person,
  programme: Programme,
  where: { consultationId: string; itemId: string; optionId: string },
  change: (tx: Writer, option: ItemOption, all: readonly ItemOption[]) => Promise<ItemOption>,
): Promise<void> {
  const { consultationId, itemId, optionId } = where;
  await inDraft(by, programme, consultationId, async (tx, { here }) => {
    const options = here.find(({ id }) => id === itemId)?.options ?? [];
    const option = options.find(({ id }) => id === optionId);
    if (!option) throw new NotFound('option');
    const changed = await change(tx, option, options);
    await updateStatement(tx, programme.authorityId, itemId, {
      options: options.map((one) => (one.id === optionId ? changed : one)),
    });
  });
}

/** Does something to a consultation that nobody has been asked yet, and says so in the audit trail. */
async function inDraft<Result>(
  by: Person,
  programme: Programme,
  consultationId: string,
  change: (
    tx: Writer,
    at: { here: Statement[]; kind: ReturnType<typeof kindOf> },
  ) => Promise<Result>,
): Promise<Result> {
  allow(by, 'panel.manage', programme);
  const { authorityId } = programme;
  return theStore().write(`consultation:${consultationId}`, async (tx) => {
    const consultation = await consultationById(tx, authorityId, programme.id, consultationId);
    if (!consultation) throw new NotFound('consultation');
    if (consultation.status !== 'draft') {
      throw new Conflict('It has been opened: what people were asked cannot be changed any more.');
    }
    const here = await statementsOf(tx, authorityId, consultationId);
    const result = await change(tx, { here, kind: kindOf(consultation.kind) });
    const thing = { kind: 'consultation', id: consultationId };
    await record(tx, by, 'consultation.changed', thing, { title: consultation.title });
    return result;
  });
}
