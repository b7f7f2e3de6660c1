import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Answer } from '#app/people/can.ts';
import { Select, TextArea } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import type { ListedTheme } from './ThemeChoices.tsx';

export interface ListedQuote {
  id: string;
  words: string;
  where: string;
  whyNot: string | null;
  theme: string;
}

/** The words that were chosen to be published, and whether they may be. */
export function QuotesPage(props: {
  programmeId: string;
  quotes: readonly ListedQuote[];
  tree: readonly ListedTheme[];
  /** The comment to choose words of; null where none was asked for. */
  from: {
    key: string;
    words: string;
    where: string;
    themeId: string;
    whyNot: string | null;
  } | null;
  mayEdit: Answer;
  mayRead: boolean;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}) {
  const { programmeId, quotes, from, mayEdit, answer } = props;
  return (
    <div className="tl-reading">
      <Breadcrumbs
        trail={[
          { href: links.needs(programmeId), words: 'Needs' },
          { href: links.coding(programmeId), words: 'What people wrote' },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading>Words to quote</Heading>
      <p className="govuk-body">
        Words are published only where their author agreed, where enough people raised the theme
        that they point to nobody, and as long as they stand as they were chosen. This is asked
        again each time a document is made.
      </p>
      {from === null ? null : from.whyNot !== null ? (
        <p className="govuk-body">
          <strong>This comment cannot be quoted.</strong> {from.whyNot}
        </p>
      ) : mayEdit.yes ? (
        <Form>
          <h2 className="govuk-heading-m">Choose the words</h2>
          <input type="hidden" name="key" value={from.key} />
          <TextArea
            name="words"
            label="The words"
            hint="Shorten them at the ends if you like. What stays must stand as it was written."
            rows={4}
            value={from.words.trim()}
            answer={answer}
          />
          <Select
            name="theme"
            label="Under the theme"
            value={from.themeId}
            answer={answer}
            options={props.tree.map(({ id, number, name }) => ({
              value: id,
              label: `${number} ${name}`,
            }))}
          />
          <Button intent="choose">Choose these words</Button>
        </Form>
      ) : (
        <p className="govuk-body tl-reason">{mayEdit.reason}</p>
      )}
      <h2 className="govuk-heading-m">Chosen</h2>
      {quotes.length === 0 ? (
        <p className="govuk-body">
          None yet. Open a theme side by side and press “Quote” under a comment whose author agreed.
        </p>
      ) : (
        quotes.map((quote) => (
          <div className="tl-code-row" key={quote.id}>
            <p className="govuk-body govuk-!-margin-bottom-1">
              <strong>{quote.theme}</strong>
            </p>
            {quote.whyNot === null || props.mayRead ? (
              <p className="govuk-body tl-lines govuk-!-margin-bottom-1" dir="auto">
                “{quote.words}”
              </p>
            ) : null}
            <p className="govuk-body-s govuk-!-margin-bottom-1">
              {quote.whyNot === null ? (
                'May be published'
              ) : (
                <>
                  <strong>May not be published.</strong> {quote.whyNot}
                </>
              )}
              {quote.where === '' ? '' : ` · ${quote.where}`}
            </p>
            {mayEdit.yes ? (
              <Form className="tl-small-actions">
                <input type="hidden" name="quote" value={quote.id} />
                <button type="submit" name="intent" value="let-go">
                  Take it back
                  <span className="govuk-visually-hidden">: {quote.words.slice(0, 40)}</span>
                </button>
              </Form>
            ) : null}
          </div>
        ))
      )}
    </div>
  );
}
