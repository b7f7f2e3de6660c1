import { STRANDS } from '#app/needs/registers/choices.ts';
import { LINE_STATUSES, STANDING_NAMES, STANDINGS, STATUS_NAMES } from '#app/plan/plan.ts';
import { Select, TextField } from '#app/ui/Field.tsx';
import { PickButton } from '#app/ui/Form.tsx';
import { links } from '#app/http/links.ts';
import { many } from '#app/ui/words.ts';
import { asksForSome, type Asked, type Found } from './find-lines.ts';

export interface Finding extends Pick<Found, 'found' | 'all' | 'page' | 'pages'> {
  asked: Asked;
  owners: readonly string[];
}

const none = { value: '', label: 'All' };

/** What is looked for among the lines, and which page of them shows: in the address, to be shared. */
export function FindLines({ programmeId, finding }: { programmeId: string; finding: Finding }) {
  const { asked, owners, found, all, page, pages } = finding;
  const some = asksForSome(asked);
  return (
    <>
      <details className="govuk-details tl-noprint" open={some || asked.byDay}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Look for lines</span>
        </summary>
        <form method="get" className="govuk-details__text tl-pair">
          <TextField name="words" label="Words" width={20} value={asked.words} />
          <Select
            name="owner"
            label="Owner"
            options={[none, ...owners.map((owner) => ({ value: owner, label: owner }))]}
            value={asked.owner}
          />
          <Select
            name="status"
            label="How far"
            options={[
              none,
              ...LINE_STATUSES.map((one) => ({ value: one, label: STATUS_NAMES[one] })),
            ]}
            value={asked.status}
          />
          <Select
            name="standing"
            label="Standing"
            options={[
              none,
              ...STANDINGS.map((one) => ({ value: one, label: STANDING_NAMES[one] })),
              { value: 'lacks', label: 'Lacks something or does not fit' },
            ]}
            value={asked.standing}
          />
          <Select name="strand" label="Strand" options={[none, ...STRANDS]} value={asked.strand} />
          <Select
            name="sort"
            label="In the order of"
            options={[
              { value: '', label: 'The plan' },
              { value: 'day', label: 'Their days' },
            ]}
            value={asked.byDay ? 'day' : ''}
          />
          <PickButton>Show them</PickButton>
        </form>
      </details>
      {some ? (
        <p className="govuk-body" role="status">
          {found === 0 ? 'No line fits' : `${many(found, 'line fits', 'lines fit')}`} of {all}.{' '}
          <a className="govuk-link" href={links.plan(programmeId)}>
            Show all lines
          </a>
        </p>
      ) : null}
      {pages === 1 ? null : (
        <nav aria-label="Pages of lines" className="tl-noprint">
          <ul className="govuk-list tl-pages">
            {Array.from({ length: pages }, (_, at) => at + 1).map((one) => (
              <li key={one}>
                <a
                  className="govuk-link"
                  href={pageAt(programmeId, asked, one)}
                  aria-current={one === page ? 'page' : undefined}
                >
                  Page {one}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

function pageAt(programmeId: string, asked: Asked, page: number): string {
  const { words, owner, status, strand, standing, byDay } = asked;
  const query = new URLSearchParams(
    Object.entries({ words, owner, status, strand, standing, sort: byDay ? 'day' : '' }).filter(
      ([, value]) => value !== '',
    ),
  );
  query.set('page', String(page));
  return `${links.plan(programmeId)}?${query.toString()}`;
}
