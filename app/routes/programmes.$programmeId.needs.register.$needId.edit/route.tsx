import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { changeNeed, needOf } from '#app/needs/register/change-need.server.ts';
import { differing, NeedForm } from '#app/needs/register/need.ts';
import { NeedFields } from '#app/needs/register/NeedFields.tsx';
import { WhatTheyWrote } from '#app/needs/register/WhatTheyWrote.tsx';
import { Conflict } from '#app/people/errors.ts';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';

const EditForm = NeedForm.extend({ version: z.coerce.number().int() });

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'needs.edit');
  const need = await needOf(theStore().read, programme, params['needId'] ?? '');
  return {
    programmeId: programme.id,
    needId: need.id,
    version: need.version,
    byRule: need.priorityBy === 'rule' ? links.scoreNeed(programme.id, need.id) : null,
    need: NeedForm.parse(need),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'needs.edit');
  const read = await parseForm(request, EditForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const needId = params['needId'] ?? '';
  const { version, ...fields } = read.value;
  try {
    await changeNeed(person, programme, needId, version, fields);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const saved = NeedForm.parse(await needOf(theStore().read, programme, needId));
    const problems = [{ field: 'their-words', message: error.message }];
    const typed = { ...fields };
    return data({ problems, typed, differences: differing(saved, fields) }, { status: 409 });
  }
  return redirectSaying(request, links.need(programme.id, needId), 'The need is changed.');
});

export const meta = () => titleOf('Change this need');

export default function EditNeed() {
  const { programmeId, needId, version, byRule, need } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.register(programmeId), words: 'Register of needs' },
            { href: links.need(programmeId, needId), words: 'Need' },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading>Change this need</Heading>
        {answer && 'differences' in answer ? (
          <WhatTheyWrote differences={answer.differences} />
        ) : null}
        <Form>
          <input type="hidden" name="version" value={version} />
          <NeedFields answer={answer} need={need} byRule={byRule} />
          <Button>Save this need</Button>
        </Form>
      </div>
    </div>
  );
}
