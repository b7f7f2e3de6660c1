import type { Problem, Typed } from '#app/http/problems.ts';
import { typedOf } from '#app/http/problems.ts';
import { links } from '#app/http/links.ts';
import { Choices, Select, TextArea, type Option } from '#app/ui/Field.tsx';
import { itemTypeOf, TYPES } from './items.ts';
import { rankField } from './read-answer.ts';
import { SMALL_WIDTH, type ShownItem, type ShownOption, type ShownPicture } from './shown-item.ts';

export interface ItemFieldsProps {
  item: ShownItem;
  /** What was answered before, by field. */
  before: Typed;
  answer: { problems: readonly Problem[]; typed: Typed } | undefined;
  /** Before each field's name, where one page asks several things. */
  prefix?: string;
  /** The words of the thing stand in the label of its first field, where no heading says them. */
  named?: boolean;
  /** Only the answer is asked, not why. */
  short?: boolean;
  /** Other words for the fixed answers. */
  voteNames?: Readonly<Record<string, string>>;
}

/** What somebody fills in to answer one thing: plain fields, whatever its type. */
export function ItemFields(props: ItemFieldsProps) {
  const { item, before, answer, prefix = '', named = false, short = false, voteNames } = props;
  const type = itemTypeOf(item.type);
  const of = TYPES[type];
  const field = (name: string) => `${prefix}${name}`;
  const value = (name: string) => typedOf(before, name);
  const hint = item.hint === '' ? undefined : item.hint;
  const label = (words: string) => (named ? item.text : words);
  return (
    <>
      {of.votes.length > 0 ? (
        <Choices
          kind="radios"
          name={field('vote')}
          label={label(of.ask)}
          hint={hint}
          answer={answer}
          values={value('vote') === '' ? [] : [value('vote')]}
          options={of.votes.map(({ value: vote, label: words }) => ({
            value: vote,
            label: voteNames?.[vote] ?? words,
          }))}
        />
      ) : null}
      {type === 'choice' ? (
        <Choices
          kind={item.method === 'any' ? 'checkboxes' : 'radios'}
          name={field('choice')}
          label={label(item.method === 'any' ? 'Tick all that you like' : 'Choose one')}
          hint={hint}
          answer={answer}
          values={[before.choice ?? []].flat()}
          options={item.options.map(asChoice)}
        />
      ) : null}
      {type === 'ranking' ? <Ranking {...props} /> : null}
      {of.words.map((words) => (
        <TextArea
          key={words.name}
          name={field(words.name)}
          label={words.label}
          hint={words.hint}
          optional
          rows={3}
          value={value(words.name)}
          answer={answer}
        />
      ))}
      {of.comment && (of.comment.required || !short) ? (
        <TextArea
          name={field('comment')}
          label={type === 'question' ? label(of.comment.label) : of.comment.label}
          hint={
            <>
              {type === 'question' && hint ? `${hint} ` : null}
              Leave out names and anything that points to one child or family.
            </>
          }
          optional={!of.comment.required}
          value={value('comment')}
          answer={answer}
        />
      ) : null}
    </>
  );
}

function asChoice({ id, words, picture }: ShownOption): Option {
  return {
    value: id,
    label: picture ? (
      <>
        <SmallPicture picture={picture} />
        <span className="tl-option-words">{words}</span>
      </>
    ) : (
      words
    ),
    hint: picture ? <Larger picture={picture} words={words} /> : undefined,
  };
}

function SmallPicture({ picture }: { picture: ShownPicture }) {
  const { id, alt, width, height } = picture;
  const shownWidth = Math.min(SMALL_WIDTH, width);
  return (
    <img
      className="tl-option-picture"
      src={links.picture(id, 'small')}
      alt={alt}
      width={shownWidth}
      height={Math.round((height * shownWidth) / width)}
    />
  );
}

function Larger({ picture, words }: { picture: ShownPicture; words: string }) {
  return (
    <a className="govuk-link tl-tap" href={links.picture(picture.id, 'large')}>
      See it larger<span className="govuk-visually-hidden">: {words}</span>
    </a>
  );
}

/** A number beside each option: no dragging, and what is wrong is said at the number. */
function Ranking({ item, before, answer, prefix = '' }: ItemFieldsProps) {
  const numbers = item.options.map((_, at) => String(at + 1));
  return (
    <fieldset className="govuk-fieldset govuk-!-margin-bottom-4">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        Number them: 1 for the one you like best
      </legend>
      <p className="govuk-hint">
        Use each number once. You can stop after the ones that you like.
        {item.hint === '' ? null : ` ${item.hint}`}
      </p>
      {item.options.map(({ id, words, picture }) => (
        <div key={id} className="tl-rank">
          {picture ? (
            <>
              <SmallPicture picture={picture} />
              <p className="govuk-body-s govuk-!-margin-bottom-2">
                <Larger picture={picture} words={words} />
              </p>
            </>
          ) : null}
          <Select
            name={`${prefix}${rankField(id)}`}
            label={words}
            value={typedOf(before, rankField(id))}
            answer={answer}
            options={[
              { value: '', label: 'No number' },
              ...numbers.map((number) => ({ value: number, label: number })),
            ]}
          />
        </div>
      ))}
    </fieldset>
  );
}
