import { Heading, PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };
export const meta = () => titleOf('Accessibility');
export const loader = () => null;

export default function Accessibility() {
  return (
    <PublicFrame>
      <Heading>Accessibility</Heading>
      <p className="govuk-body">
        We want everybody to be able to use these pages. Every page for families works without
        JavaScript, on an old phone, with a keyboard alone, with a screen reader, and at four times
        the size of text.
      </p>
      <h2 className="govuk-heading-m">How far we are</h2>
      <p className="govuk-body">
        The pages are built to meet level AA of the Web Content Accessibility Guidelines, version
        2.2. They are checked by automatic tests at each change. They have not yet been checked by
        an independent person who uses assistive technology; until they are, we do not claim to meet
        the guidelines in full.
      </p>
      <h2 className="govuk-heading-m">What to do if something does not work for you</h2>
      <p className="govuk-body">
        Tell the council that sent you here, by telephone or in person. You can ask for any of these
        pages on paper, in large print, or read out to you over the telephone.
      </p>
      <p className="govuk-body">
        If you are not happy with the answer, contact the Equality Advisory and Support Service.
      </p>
    </PublicFrame>
  );
}
