import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering } from '#app/http/guards.server.ts';
import { readSeal } from '#app/plan/versions/frozen.ts';
import { checkSeal } from '#app/plan/versions/read-versions.server.ts';
import { SealPage } from '#app/plan/versions/SealPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };
export const meta = () => titleOf('Check the seal of a plan');

/** Open to everybody: who holds a printed plan can see whether it is the one that was approved. */
export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const typed = new URL(request.url).searchParams.get('seal')?.slice(0, 200) ?? '';
  const seal = readSeal(typed);
  return { typed, whole: seal !== null, found: seal === null ? null : await checkSeal(seal) };
});

export default function Verify() {
  return <SealPage {...useLoaderData<typeof loader>()} />;
}
