import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Table } from '#app/ui/Table.tsx';
import { sayDay } from '#app/ui/words.ts';
import { ENGLISH, type WordName } from './english.ts';
import type { Language } from './languages.ts';

interface Row extends Language {
  checkedBy: string | null;
  checkedOn: string | null;
  changedSince: boolean;
  changed: number;
  href: string;
}

/** Every language besides English, and whether a speaker has looked at our words in it. */
export function LanguageList({ rows }: { rows: readonly Row[] }) {
  return (
    <>
      <p className="govuk-body">
        Families can answer a survey in these languages where its author chose them. The words
        around the questions are ours. Until a speaker has checked them, families read on each page
        that nobody has.
      </p>
      <Table
        caption="Languages besides English"
        captionSize="s"
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          {
            header: 'Language',
            rowHeader: true,
            cell: ({ name, href }) => (
              <a className="govuk-link" href={href}>
                {name}
              </a>
            ),
          },
          {
            header: 'In itself',
            cell: ({ code, ownName, dir }) => (
              <span lang={code} dir={dir}>
                {ownName}
              </span>
            ),
          },
          { header: 'Speaker’s check', cell: (row) => checkOf(row) },
          { header: 'Own wordings', numeric: true, cell: ({ changed }) => changed },
        ]}
      />
    </>
  );
}

function checkOf({ checkedBy, checkedOn, changedSince }: Row): string {
  if (checkedBy !== null) return `${checkedBy}, ${sayDay(checkedOn)}`;
  return changedSince ? 'Needed again: words were changed since' : 'Needed';
}

/** Our words in one language beside the English, who has checked them, and a better wording. */
export function LanguageWords(props: {
  language: Language;
  check: { by: string; on: string } | null;
  changedSince: boolean;
  words: readonly { name: WordName; wording: string; own: boolean }[];
  changing: { name: WordName; wording: string; own: boolean } | null;
  mayCheck: Answer;
  today: string;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}) {
  const { language, mayCheck, answer, changing } = props;
  return (
    <>
      <ErrorSummary problems={answer?.problems} />
      <h1 className="govuk-heading-l">
        {language.name}{' '}
        <span lang={language.code} dir={language.dir} className="tl-quiet">
          {language.ownName}
        </span>
      </h1>
      {changing ? <ChangeOne {...props} changing={changing} /> : <CheckState {...props} />}
      <Table
        caption={`Our words in ${language.name}`}
        captionSize="m"
        rows={props.words}
        rowKey={({ name }) => name}
        columns={[
          { header: 'English', rowHeader: true, cell: ({ name }) => ENGLISH[name] },
          {
            header: language.name,
            cell: ({ wording, own }) => (
              <>
                <span lang={language.code} dir={language.dir}>
                  {wording}
                </span>
                {own ? ' (your wording)' : null}
              </>
            ),
          },
          ...(mayCheck.yes
            ? [
                {
                  header: 'Change',
                  cell: ({ name }: { name: WordName }) => (
                    <a className="govuk-link" href={links.languageWords(language.code, name)}>
                      Change
                      <span className="govuk-visually-hidden"> “{ENGLISH[name]}”</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function CheckState(props: Parameters<typeof LanguageWords>[0]) {
  const { language, check, changedSince, mayCheck, answer, today } = props;
  return (
    <>
      {check ? (
        <p className="govuk-body">
          Checked by <strong>{check.by}</strong> on {sayDay(check.on)}.
        </p>
      ) : (
        <p className="govuk-inset-text">
          {changedSince
            ? 'Words were changed since a speaker checked them: they need another look. '
            : 'This needs a speaker’s check. '}
          Families who answer in {language.name} read that nobody has checked our words yet.
        </p>
      )}
      {!mayCheck.yes ? (
        <p className="govuk-body tl-reason">{mayCheck.reason}</p>
      ) : check ? (
        <Form>
          <Button intent="unchecked" kind="secondary">
            Take the check back
          </Button>
        </Form>
      ) : (
        <Form>
          <TextField
            name="checkedBy"
            label="Which speaker read all of the words below?"
            hint="A name or a role, such as “Amina, interpreter of the council”"
            answer={answer}
          />
          <TextField
            name="checkedOn"
            type="date"
            label="On which day?"
            answer={answer}
            value={today}
          />
          <Button intent="checked">Note the check</Button>
        </Form>
      )}
    </>
  );
}

function ChangeOne(
  props: Parameters<typeof LanguageWords>[0] & {
    changing: { name: WordName; wording: string; own: boolean };
  },
) {
  const { language, changing, answer, mayCheck } = props;
  if (!mayCheck.yes) return <p className="govuk-body tl-reason">{mayCheck.reason}</p>;
  return (
    <Form action={links.languageWords(language.code, changing.name)}>
      <input type="hidden" name="name" value={changing.name} />
      <TextArea
        name="wording"
        label={`“${ENGLISH[changing.name]}” in ${language.name}`}
        hint="Keep what stands in braces: it is filled in there. After a change, the language needs another check."
        answer={answer}
        value={changing.wording}
      />
      <div className="govuk-button-group">
        <Button intent="wording">Save the wording</Button>
        {changing.own ? (
          <Button intent="ours" kind="secondary">
            Go back to Throughline’s wording
          </Button>
        ) : null}
        <a className="govuk-link" href={links.languageWords(language.code)}>
          Leave it as it is
        </a>
      </div>
    </Form>
  );
}
