import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { checkedForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { MapNav } from '#app/needs/maps/MapNav.tsx';
import { putBackRow } from '#app/needs/registers/keep-row.server.ts';
import { listsOf, removedRows, standingRows } from '#app/needs/registers/read-register.server.ts';
import { RegisterList } from '#app/needs/registers/RegisterList.tsx';
import { countedBy, filtered } from '#app/needs/registers/row.ts';
import { isRegister, SPECS } from '#app/needs/registers/spec.ts';
import { registerNamed } from '#app/needs/registers/which.ts';
import { can } from '#app/people/can.ts';
import { Breadcrumbs, Heading, titleOf } from '#app/ui/Page.tsx';

const ROWS_A_PAGE = 50;

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const register = registerNamed(params['register']);
  const spec = SPECS[register];
  const query = new URL(request.url).searchParams;
  const filters = spec.fields.filter(({ filter }) => filter);
  const by = Object.fromEntries(
    filters.map(({ key }) => [key, (query.get(key) ?? '').slice(0, 60)]),
  );
  const asked = { search: (query.get('search') ?? '').slice(0, 100), by };
  const lists = await listsOf(programme);
  const all = await standingRows(programme, register);
  const found = filtered(spec, all, asked);
  const pages = Math.max(1, Math.ceil(found.length / ROWS_A_PAGE));
  const page = Math.min(Math.max(0, Math.floor(Number(query.get('page'))) || 0), pages - 1);
  return {
    programmeId: programme.id,
    register,
    lists,
    asked,
    rows: found
      .slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE)
      .map(({ id, name, fields }) => ({ id, name, fields })),
    found: found.length,
    all: all.length,
    page,
    pages,
    counts: filters.map((field) => ({ field, counts: countedBy(field, all, lists) })),
    removed: (await removedRows(programme, register)).map(({ id, name, removedAt }) => ({
      id,
      name,
      removedAt,
    })),
    mayEdit: can(person, 'needs.edit', programme),
  };
});

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'needs.edit');
  const register = registerNamed(params['register']);
  const form = await checkedForm(request);
  const row = form.get('row');
  const { name } = await putBackRow(
    person,
    programme,
    register,
    typeof row === 'string' ? row : '',
  );
  return redirectSaying(request, links.placeRegister(programme.id, register), `“${name}” is back.`);
});

export const meta = ({ params }: { params: { register?: string } }) =>
  titleOf(isRegister(params.register) ? SPECS[params.register].title : 'Registers');

export default function Register() {
  const data = useLoaderData<typeof loader>();
  const spec = SPECS[data.register];
  return (
    <>
      <Breadcrumbs trail={[{ href: links.needs(data.programmeId), words: 'Needs' }]} />
      <Heading>{spec.title}</Heading>
      {data.register === 'sites' ? <MapNav programmeId={data.programmeId} here="sites" /> : null}
      <RegisterList {...data} spec={spec} />
    </>
  );
}
