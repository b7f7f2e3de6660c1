import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Language } from '#app/survey/languages/languages.ts';
import { Choices, FileField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Heading } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { EditorTrail } from './EditorNav.tsx';
import type { Text } from './texts.ts';

interface Survey {
  id: string;
  title: string;
}

/** In which languages a survey is asked, and how far each is translated. */
export function LanguagesPage(props: {
  programmeId: string;
  survey: Survey;
  languages: readonly Language[];
  chosen: string[];
  rows: { language: Language; missing: number; all: number }[];
}) {
  const { programmeId, survey, rows } = props;
  return (
    <>
      <EditorTrail programmeId={programmeId} survey={survey} inside />
      <Heading caption={survey.title}>Languages</Heading>
      <p className="govuk-body">
        Our own words around the questions (buttons, errors, the receipt) are there in every one of
        these languages. What you wrote, somebody has to translate. What is missing is shown in
        English, and families are told so.
      </p>
      <Table
        caption="Translated so far"
        captionSize="s"
        rows={rows}
        rowKey={({ language }) => language.code}
        columns={[
          {
            header: 'Language',
            rowHeader: true,
            cell: ({ language }) => (
              <a
                className="govuk-link"
                href={links.translateSurvey(programmeId, survey.id, language.code)}
              >
                {language.name}
                <span className="govuk-visually-hidden">: translate</span>
              </a>
            ),
          },
          {
            header: 'In its own writing',
            cell: ({ language }) => (
              <span lang={language.code} dir={language.dir}>
                {language.ownName}
              </span>
            ),
          },
          {
            header: 'Texts missing',
            numeric: true,
            cell: ({ missing, all }) => `${missing} of ${all}`,
          },
        ]}
        empty={<p className="govuk-body">English only.</p>}
      />
      <Form>
        <Choices
          kind="checkboxes"
          small
          name="language"
          label="Ask in these languages besides English"
          hint="A language that is taken out keeps its texts"
          values={props.chosen}
          options={props.languages.map(({ code, name, ownName, dir }) => ({
            value: code,
            label: (
              <>
                {name}{' '}
                <span lang={code} dir={dir}>
                  {ownName}
                </span>
              </>
            ),
          }))}
        />
        <Button>Save the languages</Button>
      </Form>
    </>
  );
}

/** All texts of a survey in one language, each beside the English. */
export function TranslatePage(props: {
  programmeId: string;
  survey: Survey;
  language: Language;
  seen: number;
  texts: Text[];
  missing: number;
  onlyMissing: boolean;
  answer:
    | { problems: Problem[]; typed: Typed; leftOut?: { line: number; message: string }[] }
    | undefined;
}) {
  const { programmeId, survey, language, texts, missing, onlyMissing, answer } = props;
  const here = links.translateSurvey(programmeId, survey.id, language.code);
  const { code } = language;
  return (
    <>
      <EditorTrail programmeId={programmeId} survey={survey} inside />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={survey.title}>Translate into {language.name}</Heading>
      <p className="govuk-body">
        {missing === 0 ? 'Every text is there.' : `${missing} texts are missing.`}{' '}
        {onlyMissing ? (
          <a className="govuk-link" href={here}>
            Show all texts
          </a>
        ) : (
          <a className="govuk-link" href={`${here}?show=missing`}>
            Show only what is missing
          </a>
        )}{' '}
        ·{' '}
        <a className="govuk-link" href={links.surveyPages(programmeId, survey.id, '', code)}>
          See it as a family does
        </a>{' '}
        ·{' '}
        <a className="govuk-link" href={links.surveyTexts(programmeId, survey.id, code)} download>
          Take the texts away (CSV)
        </a>
      </p>
      <LeftOut lines={answer?.leftOut ?? []} />
      <Form>
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="seen" value={props.seen} />
        {texts.map((text, at) => (
          <OneText key={text.key} text={text} at={at} language={language} answer={answer} />
        ))}
        {texts.length === 0 ? null : <Button>Save the texts</Button>}
      </Form>
      <h2 className="govuk-heading-m">Bring translated texts in</h2>
      <p className="govuk-body">
        The file that you took away, with the column “{code}” filled in. Lines whose English changed
        meanwhile are left out and named.
      </p>
      <Form upload>
        <input type="hidden" name="intent" value="file" />
        <input type="hidden" name="seen" value={props.seen} />
        <FileField
          name="file"
          label="File of texts"
          accept=".csv,text/csv"
          answer={answer && { problems: answer.problems, typed: {} }}
        />
        <Button kind="secondary">Bring them in</Button>
      </Form>
    </>
  );
}

function OneText(props: {
  text: Text;
  at: number;
  language: Language;
  answer: { problems: Problem[]; typed: Typed } | undefined;
}) {
  const { text, at, language, answer } = props;
  const was = text.words[language.code] ?? '';
  const typed = answer?.typed[`text-${at}`];
  const id = `text-${at}`;
  const value = typeof typed === 'string' ? typed : was;
  const common = {
    id,
    name: id,
    lang: language.code,
    dir: language.dir,
    defaultValue: value,
    'aria-describedby': `${id}-english`,
  };
  return (
    <div className={`tl-translation${was === '' ? ' tl-translation--missing' : ''}`}>
      <div>
        <p className="govuk-hint govuk-!-margin-bottom-1">{text.where}</p>
        <p className="govuk-body govuk-!-margin-bottom-1" id={`${id}-english`} lang="en">
          {text.english}
        </p>
      </div>
      <div>
        <label className="govuk-visually-hidden" htmlFor={id}>
          {language.name} for “{text.english.slice(0, 60)}”
        </label>
        {/* What stood there when the page was shown: only what was changed is saved. */}
        <input type="hidden" name={`key-${at}`} value={text.key} />
        <input type="hidden" name={`was-${at}`} value={was} />
        {text.long || text.english.length > 60 ? (
          <textarea {...common} className="govuk-textarea" rows={text.long ? 8 : 3} />
        ) : (
          <input {...common} className="govuk-input" />
        )}
      </div>
    </div>
  );
}

function LeftOut({ lines }: { lines: { line: number; message: string }[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="govuk-list govuk-list--bullet" id="left-out">
      {lines.map(({ line, message }) => (
        <li key={line} className="tl-address">
          Line {line}: {message}
        </li>
      ))}
    </ul>
  );
}
