import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { readSystem } from '#app/people/system/read-system.server.ts';
import { SystemPage } from '#app/people/system/SystemPage.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';

export { staffStyles as links };
export const meta = () => titleOf('How the system is');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  return { findings: await readSystem(person, new Date()) };
});

export default function System() {
  const { findings } = useLoaderData<typeof loader>();
  return <SystemPage findings={findings} />;
}
