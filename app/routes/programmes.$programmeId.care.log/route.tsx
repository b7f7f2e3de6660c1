import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { seeLog } from '#app/care/worries.server.ts';
import { CareLog } from '#app/care/WorryPages.tsx';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Who looked, and when');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'safeguarding.see');
  const asked = Number(new URL(request.url).searchParams.get('page') ?? '1');
  const page = Number.isSafeInteger(asked) && asked > 0 && asked < 100_000 ? asked - 1 : 0;
  return { programmeId: programme.id, page, ...(await seeLog(person, programme, page)) };
});

export default function Log() {
  return <CareLog {...useLoaderData<typeof loader>()} />;
}
