/** How to get a new link. It says nothing of whether anybody is known here. */
export function LostLink() {
  return (
    <>
      <h2 className="govuk-heading-m">If you have lost your link, or it has ended</h2>
      <p className="govuk-body">
        Ask the person who runs your panel for a new one, by telephone, by e-mail or at your family
        hub. It takes them a minute. For your safety a new link ends the old one, and a link ends by
        itself after 90 days.
      </p>
      <p className="govuk-body">Nothing that you said is lost: it is there when you come back.</p>
    </>
  );
}
