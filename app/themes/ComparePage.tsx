import { links } from '#app/http/links.ts';
import type { Problem, Typed } from '#app/http/problems.ts';
import { Select, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { many } from '#app/ui/words.ts';
import type { ListedTheme } from './ThemeChoices.tsx';

export interface Compared {
  id: string;
  key: string;
  words: string;
  from: string;
  now: 'same' | 'changed' | 'gone';
  mayQuote: boolean;
}

export interface ComparePageProps {
  programmeId: string;
  theme: ListedTheme & { parentId: string | null };
  tree: readonly ListedTheme[];
  /** This theme's own comments and those of the themes below it. */
  groups: readonly { id: string; name: string; number: string; comments: readonly Compared[] }[];
  mayEdit: boolean;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
}

/** Constant comparison: everything under a theme side by side, to be moved, split off or merged. */
export function ComparePage(props: ComparePageProps) {
  const { programmeId, theme, groups, answer } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: links.coding(programmeId), words: 'What people wrote' },
          { href: links.theme(programmeId, theme.id), words: theme.name },
        ]}
      />
      <ErrorSummary problems={answer?.problems} />
      <Heading caption={`Theme ${theme.number}, side by side`}>{theme.name}</Heading>
      <p className="govuk-body tl-reading">
        {theme.definition}
        {theme.isNot === '' ? '' : ` Not here: ${theme.isNot}`}
      </p>
      <p className="govuk-body tl-reading">
        Read them against each other. Does each belong here? Do some say a thing of their own?
      </p>
      <Form>
        {groups.map((group) => (
          <Group key={group.id} {...props} group={group} />
        ))}
        {props.mayEdit ? <WithTicked {...props} /> : null}
      </Form>
      {props.mayEdit ? <WholeTheme {...props} /> : null}
    </>
  );
}

function Group(props: ComparePageProps & { group: ComparePageProps['groups'][number] }) {
  const { programmeId, group, theme, mayEdit } = props;
  const isOwn = group.id === theme.id;
  return (
    <section>
      <h2 className="govuk-heading-m">
        {isOwn ? 'Under this theme' : `Under ${group.number} ${group.name}`} (
        {many(group.comments.length, 'comment')})
      </h2>
      {group.comments.length === 0 ? <p className="govuk-body">None.</p> : null}
      <div className="tl-side-by-side">
        {group.comments.map((comment, at) => {
          const id = isOwn && at === 0 ? 'coding' : `coding-${comment.id}`;
          return (
            <div key={comment.id}>
              <p
                className="govuk-body tl-lines govuk-!-margin-bottom-1"
                dir="auto"
                id={`w-${comment.id}`}
              >
                {comment.words.trim()}
              </p>
              <p className="govuk-body-s tl-reason govuk-!-margin-bottom-1">
                {comment.from}
                {comment.now === 'same' ? '' : ' · says something else by now'}
                {comment.mayQuote ? ' · may be quoted' : ''}
              </p>
              {isOwn && mayEdit ? (
                <div className="govuk-checkboxes govuk-checkboxes--small">
                  <div className="govuk-checkboxes__item">
                    <input
                      className="govuk-checkboxes__input"
                      type="checkbox"
                      id={id}
                      name="coding"
                      value={comment.id}
                      aria-describedby={`w-${comment.id}`}
                    />
                    <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
                      Choose
                    </label>
                  </div>
                </div>
              ) : null}
              {mayEdit ? (
                <p className="govuk-body-s">
                  <a className="govuk-link" href={links.codeNext(programmeId, comment.key)}>
                    Code again<span className="govuk-visually-hidden">: {short(comment)}</span>
                  </a>
                  {' · '}
                  <a className="govuk-link" href={links.redact(programmeId, comment.key)}>
                    Take something out
                    <span className="govuk-visually-hidden"> of: {short(comment)}</span>
                  </a>
                  {comment.mayQuote ? (
                    <>
                      {' · '}
                      <a
                        className="govuk-link"
                        href={`${links.quotes(programmeId)}?theme=${group.id}&at=${encodeURIComponent(comment.key)}#words`}
                      >
                        Quote<span className="govuk-visually-hidden">: {short(comment)}</span>
                      </a>
                    </>
                  ) : null}
                </p>
              ) : null}
            </div>
          );
        })}
      </div>
    </section>
  );
}

const short = ({ words }: Compared) => words.slice(0, 40);

/** What is done with the comments that are chosen. */
function WithTicked({ tree, theme, answer }: ComparePageProps) {
  return (
    <div className="tl-columns tl-noprint">
      <section className="tl-column tl-panel">
        <h2 className="govuk-heading-s">Move those chosen</h2>
        <Select
          name="to"
          label="To the theme"
          answer={answer}
          options={[
            { value: '', label: 'Select a theme' },
            ...tree
              .filter(({ id }) => id !== theme.id)
              .map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
          ]}
        />
        <Button intent="move" kind="secondary">
          Move them
        </Button>
      </section>
      <section className="tl-column tl-panel">
        <h2 className="govuk-heading-s">Split them off</h2>
        <TextField name="name" label="Name of the new theme" answer={answer} />
        <TextArea name="definition" label="What belongs there" rows={2} answer={answer} />
        <Select
          name="where"
          label="Where it stands"
          answer={answer}
          options={[
            { value: 'beside', label: 'Beside this theme' },
            { value: 'under', label: 'Under this theme' },
          ]}
        />
        <Button intent="split" kind="secondary">
          Make a theme of them
        </Button>
      </section>
    </div>
  );
}

/** What is done with the whole theme. */
function WholeTheme({ tree, theme, answer }: ComparePageProps) {
  const others = tree.filter(({ id }) => id !== theme.id);
  return (
    <div className="tl-columns tl-noprint govuk-!-margin-top-6">
      <section className="tl-column tl-panel">
        <h2 className="govuk-heading-s">Merge this theme</h2>
        <Form>
          <Select
            name="into"
            label="Into the theme"
            hint="Its comments, and the themes under it, go there. This can be undone."
            answer={answer}
            options={[
              { value: '', label: 'Select a theme' },
              ...others.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
            ]}
          />
          <Button intent="merge" kind="secondary">
            Merge it
          </Button>
        </Form>
      </section>
      <section className="tl-column tl-panel">
        <h2 className="govuk-heading-s">Its place in the tree</h2>
        <Form>
          <Select
            name="parent"
            label="Stands under"
            value={theme.parentId ?? ''}
            answer={answer}
            options={[
              { value: '', label: 'None: at the top' },
              ...others.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
            ]}
          />
          <Button intent="place" kind="secondary">
            Put it there
          </Button>
        </Form>
      </section>
    </div>
  );
}
