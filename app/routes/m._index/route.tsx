import { LostLink } from '#app/panel/LostLink.tsx';
import { PublicFrame, titleOf } from '#app/ui/Page.tsx';
import { publicStyles } from '#app/ui/styles.ts';

export { publicStyles as links };
export const meta = () => titleOf('Your personal link');

export default function PersonalLinkHelp() {
  return (
    <PublicFrame>
      <h1 className="govuk-heading-l">You come in by your personal link</h1>
      <p className="govuk-body">
        Panel members have no password. The e-mail, text message or letter that we sent you has a
        link of your own: open it, or point the camera of your telephone at the square code on the
        letter.
      </p>
      <LostLink />
    </PublicFrame>
  );
}
