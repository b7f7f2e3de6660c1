import { links } from '#app/http/links.ts';
import { PlanNav } from '#app/plan/PlanNav.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { Table, type Column } from '#app/ui/Table.tsx';
import { many } from '#app/ui/words.ts';
import { CoverageNav } from './CoverageNav.tsx';
import {
  DUTY_STATE_NAMES,
  DUTY_STATE_SHAPES,
  DUTY_WORDS,
  type Duties,
  type Duty,
  type DutyNote,
  type FormalTests,
} from './duties.ts';
import { Mark } from './Mark.tsx';

/** Each duty of law with what in this system would show it, what does, and what is missing. */
export function DutiesPage({ programmeId, page }: { programmeId: string; page: Duties }) {
  return (
    <>
      <Heading size="xl">Legal duties</Heading>
      <PlanNav programmeId={programmeId} here="coverage" />
      <CoverageNav programmeId={programmeId} here="duties" />
      <p className="govuk-body-l">
        What would show that each duty was met, what is recorded here, and what is missing. Whether
        a duty applies and was kept is for your legal team to say.
      </p>
      {page.duties.map((duty) => (
        <OneDuty key={duty.id} {...{ duty, programmeId, formal: page.formal }} />
      ))}
    </>
  );
}

function OneDuty(props: { duty: Duty; programmeId: string; formal: readonly FormalTests[] }) {
  const { duty, programmeId, formal } = props;
  const { title, asks, wouldShow, source } = DUTY_WORDS[duty.id];
  return (
    <section id={duty.id} className="tl-duty" aria-labelledby={`${duty.id}-title`}>
      <h2 className="govuk-heading-m govuk-!-margin-bottom-1" id={`${duty.id}-title`}>
        {title}
      </h2>
      <p className="govuk-body">
        <Mark
          shape={DUTY_STATE_SHAPES[duty.state]}
          name={DUTY_STATE_NAMES[duty.state]}
          tone={`duty-${duty.state}`}
        />
      </p>
      <p className="govuk-body">{asks}</p>
      <p className="govuk-body tl-reason">
        What would show it: {wouldShow.charAt(0).toLowerCase() + wouldShow.slice(1)}{' '}
        <a className="govuk-link" href={source.href}>
          {source.words}
        </a>
      </p>
      {duty.id === 'gunning' ? (
        <Gunning formal={formal} programmeId={programmeId} />
      ) : (
        <>
          <Notes title="What is recorded" notes={duty.shows} />
          <Notes title="What is missing" notes={duty.missing} />
          {duty.state === 'later' ? <NothingYet id={duty.id} programmeId={programmeId} /> : null}
        </>
      )}
    </section>
  );
}

/** So many are shown at once; the rest is counted and one press away. */
const SHOWN = 6;

function Notes({ title, notes }: { title: string; notes: readonly DutyNote[] }) {
  if (notes.length === 0) return null;
  const [shown, rest] = [notes.slice(0, SHOWN), notes.slice(SHOWN)];
  return (
    <>
      <h3 className="govuk-heading-s">{title}</h3>
      <List notes={shown} />
      {rest.length === 0 ? null : (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">{rest.length} more</span>
          </summary>
          <div className="govuk-details__text">
            <List notes={rest} />
          </div>
        </details>
      )}
    </>
  );
}

function List({ notes }: { notes: readonly DutyNote[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {notes.map(({ words, href }) => (
        <li key={words}>
          <a className="govuk-link" href={href}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}

function NothingYet({ id, programmeId }: { id: Duty['id']; programmeId: string }) {
  switch (id) {
    case 'section-5d':
      return (
        <p className="govuk-body">
          No plan line reads as a change of a centre, and no consultation is recorded under section
          5D.
        </p>
      );
    case 'equality':
      return <p className="govuk-body">The plan has no lines yet.</p>;
    case 'data':
      return (
        <p className="govuk-body">
          No agreement on data and no survey is recorded yet.{' '}
          <a className="govuk-link" href={links.sharing(programmeId)}>
            Data sharing
          </a>
        </p>
      );
    case 'gunning':
      return null;
  }
}

const TEST_MARKS = {
  met: { shape: '●', name: 'Shown', tone: 'duty-shown' },
  lacks: { shape: '○', name: 'Not shown yet', tone: 'duty-not' },
  later: { shape: '–', name: 'Not due yet', tone: 'duty-later' },
} as const;

function Gunning({ formal, programmeId }: { formal: readonly FormalTests[]; programmeId: string }) {
  if (formal.length === 0) {
    return (
      <p className="govuk-body">
        No formal consultation is recorded. Research and engagement carry no such duty; a proposal
        to change a service may.{' '}
        <a className="govuk-link" href={links.newConsultation(programmeId)}>
          Start a consultation
        </a>
      </p>
    );
  }
  const columns: Column<FormalTests>[] = [
    {
      header: 'Consultation',
      rowHeader: true,
      cell: ({ title, href }) => (
        <a className="govuk-link" href={href}>
          {title}
        </a>
      ),
    },
    ...(formal[0]?.tests ?? []).map((test, at): Column<FormalTests> => ({
      header: `${test.number}. ${test.title}`,
      cell: ({ tests }) => {
        const here = tests[at];
        if (here === undefined) return '–';
        return (
          <>
            <Mark {...TEST_MARKS[here.state]} />
            {here.lacks.length === 0 ? null : (
              <span className="tl-under">{here.lacks.join('. ')}</span>
            )}
          </>
        );
      },
    })),
  ];
  return (
    <Table
      caption={many(formal.length, 'formal consultation')}
      captionSize="s"
      rows={formal}
      rowKey={({ id }) => id}
      columns={columns}
    />
  );
}
