import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { AddBoxForm, addingFrom, stamped } from '#app/theory/box-form.ts';
import { otherBoxes, Stamp, TypeField, WordFields } from '#app/theory/BoxFields.tsx';
import { BOX_TYPES, TYPE_WORDS, typeName, type BoxType } from '#app/theory/graph.ts';
import { Select, TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { newId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Add to the theory of change');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'theory.edit');
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const asked = new URL(request.url).searchParams.get('type');
  const type = BOX_TYPES.find((each) => each === asked) ?? 'activity';
  return { programmeId: programme.id, theory, type, mark: newId() };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, AddBoxForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { theoryId, base, mark, type } = read.value;
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  // The box gets the page's mark as its id: pressing the button twice adds it once.
  const sent = stamped(mark, addingFrom(read.value, theory));
  const reply = await applyOperations(person, programme.id, { theoryId, baseSequence: base, sent });
  const wrong = [...reply.refused.map(({ message }) => message), ...reply.conflicts.map(lostEnd)];
  const said = [`The ${nameOf(theory, type)} is added.`, ...wrong].join(' ');
  return redirectSaying(request, `${links.theoryOutline(programme.id)}#box-${mark}`, said);
});

/** What the theory calls a type, inside a sentence. */
const nameOf = (theory: Parameters<typeof typeName>[0] | undefined, type: BoxType) =>
  typeName(theory ?? { more: {} }, type).one.toLowerCase();

const lostEnd = () =>
  'The box that it leads to was deleted in the meantime, so the link is not drawn.';

export default function AddToTheory() {
  const { programmeId, theory, type, mark } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[{ href: links.theoryOutline(programmeId), words: 'Outline of the theory' }]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={theory.title}>Add to the theory of change</Heading>
        <p className="govuk-body">{TYPE_WORDS[type].about}</p>
        <Form>
          <Stamp theory={theory} mark={mark} />
          <TypeField theory={theory} answer={answer} value={type} />
          <WordFields answer={answer} example={TYPE_WORDS[type].example} />
          {theory.boxes.length === 0 ? null : (
            <>
              <Select
                name="leadsTo"
                optional
                label="What does it lead to, or which need does it answer?"
                answer={answer}
                options={[{ value: '', label: 'Nothing yet' }, ...otherBoxes(theory, null)]}
              />
              <TextArea name="reason" rows={2} optional label="Why?" answer={answer} />
            </>
          )}
          <Button>Add it</Button>
        </Form>
      </div>
    </div>
  );
}
