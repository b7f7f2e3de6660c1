import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };
export const meta = () => titleOf('You have left the panel');

/** Said after leaving, to nobody in particular: whoever left is not signed in any more. */
export default function Left() {
  return (
    <PublicFrame>
      <h1 className="govuk-heading-l">You have left the panel</h1>
      <p className="govuk-body">
        Thank you for everything that you brought to it. Your link does not open anything any more.
      </p>
    </PublicFrame>
  );
}
