import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };
export const meta = () => titleOf('Your details are deleted');

/** After somebody deleted what is held about them: nobody is signed in here any more. */
export default function Erased() {
  return (
    <PublicFrame>
      <h1 className="govuk-heading-l">Your details are deleted</h1>
      <p className="govuk-body">
        Your name and how to reach you are gone, and your link has ended. What you answered still
        counts, and nobody can see that it was you.
      </p>
      <p className="govuk-body">
        Thank you for all that you have told us. You can close this page.
      </p>
    </PublicFrame>
  );
}
