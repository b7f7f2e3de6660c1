import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Pages } from '#app/ui/Pages.tsx';
import { Table } from '#app/ui/Table.tsx';
import { OUTCOMES, type LoggedLine } from './care.ts';

type Typing = { problems: readonly Problem[]; typed: Typed } | undefined;

const trail = (programmeId: string) => [
  { href: links.panel(programmeId), words: 'Panel' },
  { href: links.care(programmeId), words: 'Words that worried somebody' },
];

/** Somebody on the staff says what worries them about words that they read. */
export function RaiseWorry(props: { programmeId: string; where: string; answer: Typing }) {
  const { programmeId, where, answer } = props;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs trail={trail(programmeId)} />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={where}>These words worry me</Heading>
        <p className="govuk-body">
          Is somebody in danger now? Ring 999 first.{' '}
          <a className="govuk-link" href={links.care(programmeId)}>
            Whom to tell
          </a>{' '}
          stands on its own page.
        </p>
        <p className="govuk-body">
          Whoever looks after safeguarding is told at once. Until they have looked, nobody else
          reads the words. The writer is not told.
        </p>
        <Form>
          <TextArea
            name="note"
            label="What worries you?"
            hint="Only those who look after safeguarding read this."
            answer={answer}
          />
          <Button>Have somebody look</Button>
        </Form>
      </div>
    </div>
  );
}

/** One case: the words, what was done, and what can be done now. */
export function WorryPage(props: {
  programmeId: string;
  worry: {
    what: string;
    where: string;
    words: string;
    changed: boolean;
    state: 'open' | 'closed';
    outcome: string;
    forgetWords: boolean;
    log: readonly LoggedLine[];
  };
  answer: Typing;
}) {
  const { programmeId, worry, answer } = props;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs trail={trail(programmeId)} />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={worry.where === '' ? worry.what : `${worry.what} – ${worry.where}`}>
          {worry.state === 'open' ? 'Words to look at' : `Closed: ${worry.outcome}`}
        </Heading>
        {worry.words === '' ? (
          <p className="govuk-body">The words were deleted, as their writer asked.</p>
        ) : (
          <blockquote className="govuk-inset-text" dir="auto">
            {worry.words}
          </blockquote>
        )}
        <Notes {...worry} />
        <h2 className="govuk-heading-m">What happened</h2>
        <ol className="govuk-list govuk-list--spaced">
          {worry.log.map((line, at) => (
            <li key={at}>
              <strong>{line.at}</strong>
              <br />
              {line.who} {line.what}.{line.words === '' ? null : <bdi> {line.words}</bdi>}
            </li>
          ))}
        </ol>
        {worry.state === 'open' ? <OpenForms answer={answer} /> : <Reopen answer={answer} />}
      </div>
    </div>
  );
}

function Notes(props: { changed: boolean; words: string; state: string; forgetWords: boolean }) {
  return (
    <>
      {props.changed && props.words !== '' ? (
        <p className="govuk-body">The writer has changed or taken back these words since.</p>
      ) : null}
      {props.forgetWords && props.state === 'open' ? (
        <p className="govuk-body">
          The writer asked for their words to be deleted. They are kept here until this is closed,
          and no longer.
        </p>
      ) : null}
    </>
  );
}

function OpenForms({ answer }: { answer: Typing }) {
  return (
    <>
      <Form>
        <TextArea name="done" label="What was done, and by whom" answer={answer} />
        <Button intent="did" kind="secondary">
          Write it down
        </Button>
      </Form>
      <h2 className="govuk-heading-m">Close this</h2>
      <Form>
        <Choices
          kind="radios"
          name="outcome"
          label="How it ended"
          options={OUTCOMES.map(({ value, label }) => ({ value, label }))}
          answer={answer}
        />
        <TextArea name="closing" label="Why it can be closed" answer={answer} />
        <Button intent="close">Close and show the words to others again</Button>
      </Form>
    </>
  );
}

function Reopen({ answer }: { answer: Typing }) {
  return (
    <Form>
      <TextArea name="again" label="Why it is opened again" answer={answer} />
      <Button intent="reopen" kind="secondary">
        Open again
      </Button>
    </Form>
  );
}

/** Who looked at what, newest first. */
export function CareLog(props: {
  programmeId: string;
  lines: readonly LoggedLine[];
  page: number;
  more: boolean;
}) {
  const { programmeId, lines, page, more } = props;
  return (
    <>
      <Breadcrumbs trail={trail(programmeId)} />
      <Heading>Who looked, and when</Heading>
      <Table
        caption="Every look at what was flagged, in all programmes of the authority"
        rows={lines}
        rowKey={({ at, who, what }) => `${at} ${who} ${what}`}
        empty={<p className="govuk-body">Nobody has looked at anything.</p>}
        columns={[
          { header: 'When', cell: ({ at }) => at },
          { header: 'Who', cell: ({ who }) => who },
          { header: 'What', cell: ({ what }) => what },
        ]}
      />
      <Pages
        page={page}
        pages={page + (more ? 2 : 1)}
        href={(n) => `${links.careLog(programmeId)}?page=${n + 1}`}
      />
    </>
  );
}

/** Somebody on the staff decides that words are not shown to others, or are shown again. */
export function HideWords(props: {
  programmeId: string;
  where: string;
  words: string;
  hidden: boolean;
  answer: Typing;
}) {
  const { programmeId, where, words, hidden, answer } = props;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <Breadcrumbs trail={[{ href: links.panel(programmeId), words: 'Panel' }]} />
        <ErrorSummary problems={answer?.problems} />
        <Heading caption={where}>
          {hidden ? 'Show these words again' : 'Do not show these words to others'}
        </Heading>
        <blockquote className="govuk-inset-text" dir="auto">
          {words}
        </blockquote>
        <p className="govuk-body">
          {hidden
            ? 'They stand again in every list, export and document.'
            : 'They are taken out of every list, export and document. The answer still counts, and a member reads your reason on their own page under “What we hold about you”.'}
        </p>
        <Form>
          <TextArea
            name="reason"
            label={hidden ? 'Why they are shown again' : 'Why they are not shown'}
            hint={
              hidden
                ? undefined
                : 'The writer reads this. Be kind: for example, “You named another parent. We only show words that name nobody.”'
            }
            answer={answer}
          />
          <Button intent={hidden ? 'restore' : 'remove'}>
            {hidden ? 'Show them again' : 'Do not show them'}
          </Button>
        </Form>
      </div>
    </div>
  );
}
