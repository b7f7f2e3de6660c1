/**
 * The picture of a theory with the same in words under it. The SVG is our own (app/theory/draw.ts):
 * every word in it is escaped, and it holds no script, style or address.
 */
export function Picture({ svg, text }: { svg: string; text: string }) {
  return (
    <figure className="tl-picture">
      <div
        className="tl-picture__frame"
        role="region"
        aria-label="Picture of the theory: it scrolls sideways"
        tabIndex={0}
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      <figcaption>
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">The same in words</span>
          </summary>
          <pre className="tl-picture__words">{text}</pre>
        </details>
      </figcaption>
    </figure>
  );
}
