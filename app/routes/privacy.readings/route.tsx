import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answering, requireStaff } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { readLog, sayRole } from '#app/privacy/read-log.server.ts';
import { askedIn, sayWhat } from '#app/privacy/readings-asked.ts';
import { Readings } from '#app/privacy/ReadingsPage.tsx';
import { Breadcrumbs, Heading, StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { staffStyles } from '#app/ui/styles.ts';
import { sayMoment } from '#app/ui/words.ts';

export { staffStyles as links };
export const meta = () => titleOf('Who read what people told us');

export const loader = answering(async ({ request }: LoaderFunctionArgs) => {
  const { person } = await requireStaff(request);
  const { typed, page } = askedIn(new URL(request.url).searchParams);
  const { rows, ...found } = await readLog(person, typed, page);
  return {
    ...found,
    typed,
    page,
    rows: rows.map((row) => ({
      id: row.id,
      when: sayMoment(row.at),
      who: `${row.personName} (${sayRole(row.personRole)})`,
      what: sayWhat(row.what),
      count: row.count,
      asFile: row.asFile,
      path: row.path,
    })),
  };
});

export default function WhoReadWhat() {
  return (
    <StaffFrame>
      <Breadcrumbs trail={[{ href: links.privacy(), words: 'Personal data' }]} />
      <Heading size="xl">Who read what people told us</Heading>
      <p className="govuk-body">
        One line for each page and file that showed single answers, words as they were written, or
        contact details. It says how many, and nothing of what they said. Lines are kept for two
        years and cannot be changed. Who looked at words that worried somebody stands in a log of
        its own, which only safeguarding contacts and strategic leads see.
      </p>
      <Readings {...useLoaderData<typeof loader>()} />
    </StaffFrame>
  );
}
