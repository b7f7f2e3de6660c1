import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { Heading, titleOf } from '#app/ui/Page.tsx';

export const meta = () => titleOf('Programme');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params);
  return { title: programme.title };
});

export default function ProgrammeHome() {
  const { title } = useLoaderData<typeof loader>();
  return <Heading size="xl">{title}</Heading>;
}
