import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { areaSettings, settleAreas } from '#app/needs/areas/settle-areas.server.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';

const KM = 'Enter kilometres from 0.1 to 50, such as 2';
const SettingsForm = z.object({
  codes: z.string().max(500, 'The list must be 500 characters or fewer').default(''),
  km: z
    .string(KM)
    .transform((text) => Number(text.replace(',', '.')))
    .refine((km) => km >= 0.1 && km <= 50, KM),
});

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'needs.edit');
  return { programmeId: programme.id, settings: await areaSettings(programme) };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'needs.edit');
  const form = await parseForm(request, SettingsForm);
  if (!form.ok) return badInput(form.problems, form.typed);
  const words = form.value.codes.split(/[,;\n]/).flatMap((word) => word.trim() || []);
  const metres = Math.round(form.value.km * 1000);
  const settled = await settleAreas(person, programme, words, metres);
  if (!settled.ok) return badInput([{ field: 'codes', message: settled.message }], form.typed);
  return redirectSaying(request, links.areaFiles(programme.id), 'Your areas are set.');
});

export const meta = () => titleOf('Your areas');

export default function AreaSettings() {
  const { programmeId, settings } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs
          trail={[
            { href: links.needs(programmeId), words: 'Needs' },
            { href: links.areaFiles(programmeId), words: 'Official figures by area' },
          ]}
        />
        <ErrorSummary problems={answer?.problems} />
        <Heading>Your areas</Heading>
        <p className="govuk-body">
          A file of all of England is cut to these authorities when it comes in. The same for every
          programme of yours.
        </p>
        <Form>
          <TextField
            name="codes"
            label="Codes of your local authority"
            hint="Such as E06000006. Several are parted by commas. Once a list of codes is brought in, names will do, and old codes are replaced by those that stand."
            optional
            value={settings.codes.join(', ')}
            answer={answer}
          />
          <TextField
            name="km"
            label="A hub is within reach up to"
            hint="In kilometres, in a straight line"
            width={5}
            inputMode="decimal"
            value={String(settings.reachMetres / 1000)}
            answer={answer}
          />
          <Button>Save your areas</Button>
        </Form>
      </div>
    </div>
  );
}
