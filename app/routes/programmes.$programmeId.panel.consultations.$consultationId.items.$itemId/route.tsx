import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, checkedForm, parseFields } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { removePicture, saveItem, setPicture } from '#app/panel/kinds/change-item.server.ts';
import { drawPicture } from '#app/panel/kinds/draw-picture.server.ts';
import { hasOptions, ItemForm as ItemFormSchema } from '#app/panel/kinds/item-form.ts';
import { ItemForm, OptionPictures } from '#app/panel/kinds/ItemForm.tsx';
import { itemTypeOf, TYPES } from '#app/panel/kinds/items.ts';
import { KIND_OF, kindOf } from '#app/panel/kinds/kinds.ts';
import { PictureForm, PictureRemoved } from '#app/panel/kinds/picture-form.ts';
import { shownItems } from '#app/panel/kinds/shown-item.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { ErrorSummary } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { consultationById } from '#db/consultations.ts';
import { picturesOf } from '#db/pictures.ts';
import { statementsOf } from '#db/statements.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('What people are asked');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'panel.manage');
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const id = params.consultationId ?? '';
  const consultation = await consultationById(read, authorityId, programmeId, id);
  if (consultation?.status !== 'draft') throw new NotFound('draft');
  const allowed = KIND_OF[kindOf(consultation.kind)].items;
  const here = await statementsOf(read, authorityId, id);
  const pictures = await picturesOf(read, authorityId, id);
  const item = shownItems(here, pictures).find((one) => one.id === params.itemId);
  const wanted = itemTypeOf(new URL(request.url).searchParams.get('type') ?? allowed[0] ?? '');
  const isNew = params.itemId === 'new';
  if (!item && (!isNew || !allowed.includes(wanted))) throw new NotFound('question');
  return {
    programmeId,
    consultation: { id, title: consultation.title },
    isNew,
    item: item ?? { type: wanted, text: '', hint: '', method: 'one', options: [] },
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const consultationId = params.consultationId ?? '';
  const itemId = params.itemId ?? '';
  const form = await checkedForm(request);
  const here = (id: string) => links.item(programme.id, consultationId, id);
  try {
    if (form.get('intent') === 'picture') {
      const read = parseFields(form, PictureForm);
      if (!read.ok) return badInput(read.problems, read.typed);
      const { optionId, alt, file, field } = read.value;
      const { drawn, problem } = await drawPicture(new Uint8Array(await file.arrayBuffer()));
      if (!drawn) return badInput([{ field, message: problem }], read.typed);
      const where = { consultationId, itemId, optionId };
      await setPicture(person, programme, where, drawn, alt);
      return redirectSaying(request, here(itemId), 'The picture is added.');
    }
    if (form.get('intent') === 'remove-picture') {
      const read = parseFields(form, PictureRemoved);
      if (!read.ok) return badInput(read.problems, read.typed);
      const { optionId } = read.value;
      await removePicture(person, programme, { consultationId, itemId, optionId });
      return redirectSaying(request, here(itemId), 'The picture is removed.');
    }
    const read = parseFields(form, ItemFormSchema);
    if (!read.ok) return badInput(read.problems, read.typed);
    const old = itemId === 'new' ? null : itemId;
    const id = await saveItem(person, programme, consultationId, old, read.value);
    // Pictures come after the options that they belong to.
    const next = hasOptions(read.value.type)
      ? here(id)
      : links.consultation(programme.id, consultationId);
    return redirectSaying(request, next, 'It is saved.');
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const { typed } = parseFields(form, PictureRemoved);
    return badInput([{ field: 'main', message: error.message }], typed);
  }
});

export default function ItemPage() {
  const { programmeId, consultation, item, isNew } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { called } = TYPES[itemTypeOf(item.type)];
  const back = links.consultation(programmeId, consultation.id);
  const ofItem = answer?.typed.optionId === undefined ? answer : undefined;
  return (
    <div className="tl-reading">
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.consultations(programmeId), words: 'Consultations' },
          { href: back, words: consultation.title },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>{isNew ? `Add ${called.a}` : `Change the ${called.one}`}</Heading>
      <ItemForm item={item} answer={ofItem} />
      {isNew || item.options.length === 0 ? null : (
        <OptionPictures options={item.options} answer={answer} />
      )}
      {isNew ? null : (
        <p className="govuk-body">
          <a className="govuk-link" href={back}>
            Back to the consultation
          </a>
        </p>
      )}
    </div>
  );
}
