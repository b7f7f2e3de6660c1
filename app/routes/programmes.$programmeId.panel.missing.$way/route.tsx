import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { badInput, checkedForm, parseFields } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { groupsBy, wayOf, WAY_NAMES } from '#app/panel/missing/panel-missing.ts';
import { figureField, PopulationForm, readFigures } from '#app/panel/missing/population-form.ts';
import { populationsFor } from '#app/panel/missing/read-panel-missing.server.ts';
import { dropPopulation, sayPopulation } from '#app/panel/missing/save-population.server.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';
import { populationsOf } from '#db/panel-population.ts';
import { theStore } from '#db/store.server.ts';

export const meta = () => titleOf('Families who live here');

function wayIn(params: { way?: string | undefined }) {
  const way = wayOf(params.way ?? '');
  if (!way) throw new NotFound();
  return way;
}

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'panel.manage');
  const way = wayIn(params);
  const rows = await populationsOf(theStore().read, programme.authorityId, programme.id);
  const own = rows.find((row) => row.way === way);
  const before = (await populationsFor(programme)).get(way);
  const known = before && before.from !== 'assumed' ? before : undefined;
  return {
    programmeId: programme.id,
    way,
    version: own?.version ?? 0,
    source: known?.source ?? '',
    asAt: known?.asAt ?? '',
    groups: groupsBy(way, programme.places).map(({ value, label }) => {
      // Only groups that hold this one alone say how many it has.
      const same = known?.groups.find(({ options }) => options.join() === value);
      return { value, label, figure: same ? String(same.figure) : '' };
    }),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'panel.manage');
  const way = wayIn(params);
  const form = await checkedForm(request);
  const said = (words: string) => redirectSaying(request, links.panelMissing(programme.id), words);
  if (form.get('intent') === 'drop') {
    await dropPopulation(person, programme, way);
    return said('The panel’s own figures are taken away.');
  }
  const read = parseFields(form, PopulationForm);
  const figures = readFigures(read.typed, groupsBy(way, programme.places));
  if (!read.ok) return badInput([...figures.problems, ...read.problems], read.typed);
  if (figures.problems.length > 0) return badInput(figures.problems, read.typed);
  try {
    await sayPopulation(person, programme, way, { ...read.value, groups: figures.groups });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return badInput([{ field: 'source', message: error.message }], read.typed);
  }
  return said('The figures are saved.');
});

export default function Population() {
  const { programmeId, way, groups, source, asAt, version } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="tl-reading">
      <Breadcrumbs
        trail={[
          { href: links.panel(programmeId), words: 'Panel' },
          { href: links.panelMissing(programmeId), words: 'Who is missing' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Families who live here: {WAY_NAMES[way].toLowerCase()}</Heading>
      <p className="govuk-body">
        People or per cent, as your source gives them. Parents and carers of young children, if you
        can; all adults, if not, and say so in the source.
      </p>
      <Form>
        <input type="hidden" name="version" value={version} />
        {groups.map(({ value, label, figure }) => (
          <TextField
            key={value}
            name={figureField(value)}
            label={label}
            width={10}
            inputMode="decimal"
            value={figure}
            answer={answer}
          />
        ))}
        <TextField name="source" label="Source" value={source} answer={answer} />
        <TextField
          name="asAt"
          label="The figures speak of"
          type="date"
          width={10}
          value={asAt}
          answer={answer}
        />
        <Button>Save the figures</Button>
      </Form>
      {version > 0 ? (
        <Form>
          <Button intent="drop" kind="secondary">
            Take the panel’s own figures away
          </Button>
        </Form>
      ) : null}
    </div>
  );
}
