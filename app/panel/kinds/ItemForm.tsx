import type { Problem, Typed } from '#app/http/problems.ts';
import { Choices, FileField, TextArea, TextField } from '#app/ui/Field.tsx';
import { Button, Form } from '#app/ui/Form.tsx';
import { links } from '#app/http/links.ts';
import { hasOptions, MOST_OPTIONS } from './item-form.ts';
import { itemTypeOf, TYPES } from './items.ts';
import type { ShownItem, ShownOption } from './shown-item.ts';

type Answer = { problems: readonly Problem[]; typed: Typed } | undefined;

/** What staff fill in for one thing that is asked. */
export function ItemForm(props: { item: Omit<ShownItem, 'id' | 'number'>; answer: Answer }) {
  const { item, answer } = props;
  const of = TYPES[itemTypeOf(item.type)];
  return (
    <Form>
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="type" value={item.type} />
      <TextArea
        name="text"
        label={of.textLabel}
        hint={of.textHint}
        rows={2}
        value={item.text}
        answer={answer}
      />
      <TextField
        name="hint"
        label="A hint under it"
        hint="What people need to know before they can answer."
        optional
        value={item.hint}
        answer={answer}
      />
      {hasOptions(item.type) ? (
        <TextArea
          name="options"
          label="Options"
          hint={`One on each line, ${MOST_OPTIONS} at most. Pictures are added after saving.`}
          rows={5}
          value={item.options.map(({ words }) => words).join('\n')}
          answer={answer}
        />
      ) : null}
      {item.type === 'choice' ? (
        <Choices
          kind="radios"
          name="method"
          label="How many may somebody tick?"
          values={[item.method === 'any' ? 'any' : 'one']}
          answer={answer}
          options={[
            { value: 'one', label: 'One' },
            {
              value: 'any',
              label: 'All that they like',
              hint: 'Approval: shows which option most people can live with.',
            },
          ]}
        />
      ) : null}
      <Button>{`Save the ${of.called.one}`}</Button>
    </Form>
  );
}

/** A picture for each option, with what it shows for those who do not see it. */
export function OptionPictures({
  options,
  answer,
}: {
  options: readonly ShownOption[];
  answer: Answer;
}) {
  return (
    <>
      <h2 className="govuk-heading-m govuk-!-margin-top-6">Pictures</h2>
      <p className="govuk-body">
        PNG, JPEG or WebP, up to 10 MB. Each is drawn anew: where and when it was made, and by whom,
        is not kept.
      </p>
      {options.map((option, at) => (
        <OptionPicture key={option.id} {...{ option, at }} answer={answer} />
      ))}
    </>
  );
}

function OptionPicture(props: { option: ShownOption; at: number; answer: Answer }) {
  const { option, at } = props;
  const { picture, words, id } = option;
  // Each form has fields of its own name, so that an error stands beside the right one.
  const answer = props.answer?.typed.optionId === id ? props.answer : undefined;
  return (
    <section className="tl-option-edit">
      <h3 className="govuk-heading-s">{words}</h3>
      {picture ? (
        <Form>
          <input type="hidden" name="optionId" value={id} />
          <p className="govuk-body">
            <img
              src={links.picture(picture.id, 'small')}
              alt={picture.alt}
              width={160}
              height={Math.round((160 * picture.height) / picture.width)}
            />
          </p>
          <p className="govuk-body">It shows: {picture.alt}</p>
          <Button intent="remove-picture" kind="secondary">
            Remove<span className="govuk-visually-hidden"> the picture of {words}</span>
          </Button>
        </Form>
      ) : (
        <Form upload>
          <input type="hidden" name="optionId" value={id} />
          <FileField
            name={`picture-${at}`}
            label={`Picture of ${words}`}
            accept="image/png,image/jpeg,image/webp"
            answer={answer}
          />
          <TextField
            name={`alt-${at}`}
            label={`What the picture of ${words} shows`}
            hint="For people who cannot see it: “A yellow sun over three houses, the name below in blue”."
            answer={answer}
          />
          <Button intent="picture" kind="secondary">
            Add<span className="govuk-visually-hidden"> the picture of {words}</span>
          </Button>
        </Form>
      )}
    </section>
  );
}
