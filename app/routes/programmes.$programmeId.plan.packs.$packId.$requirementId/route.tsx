import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { can } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import {
  confirmItem,
  correctItem,
  undoCorrections,
} from '#app/plan/coverage/correct-item.server.ts';
import { ItemPage } from '#app/plan/coverage/ItemPage.tsx';
import { ItemForm } from '#app/plan/coverage/pack-forms.ts';
import { readItemPage } from '#app/plan/coverage/read-pack-pages.server.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { dayOf } from '#app/ui/words.ts';

export const meta = ({ params }: { params: { requirementId?: string } }) =>
  titleOf(`Item ${params.requirementId ?? ''}`);

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  return {
    programmeId: programme.id,
    page: await readItemPage(programme, params['packId'], params['requirementId']),
    mayEdit: can(person, 'packs.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'packs.edit');
  const { packId = '', requirementId = '' } = params;
  const item = { packId, requirementId };
  const read = await parseForm(request, ItemForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const here = links.packItem(programme.id, packId, requirementId);
  const form = read.value;
  try {
    switch (form.intent) {
      case 'correct': {
        const { why, seen, intent: _intent, ...fields } = form;
        const changed = await correctItem(person, item, { fields, why, seen });
        return changed === 0
          ? redirectSaying(request, here, 'Nothing was different, so nothing was kept.')
          : redirectSaying(
              request,
              here,
              'The item is put right, for every plan of the authority.',
            );
      }
      case 'confirm':
        if (form.checkedOn > dayOf(new Date())) {
          const message = 'The day on which it was checked must not be after today';
          return badInput([{ field: 'checkedOn', message }], read.typed);
        }
        await confirmItem(person, item, form);
        return redirectSaying(request, here, 'It counts as guidance now, with who checked it.');
      case 'undo':
        await undoCorrections(person, item, { why: form.undoWhy, seen: form.seen });
        return redirectSaying(request, here, 'The item stands as it ships again.');
    }
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'main', message: error.message }], read.typed);
  }
});

export default function ItemRoute() {
  return <ItemPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
