/** A state as a shape and a word, so that neither colour nor sight alone has to tell it. */
export function Mark(props: { shape: string; name: string; tone: string; quiet?: boolean }) {
  return (
    <span className={`tl-state tl-state--${props.tone}`}>
      <span aria-hidden="true">{props.shape}</span>{' '}
      <span className={props.quiet ? 'govuk-visually-hidden' : undefined}>{props.name}</span>
    </span>
  );
}
