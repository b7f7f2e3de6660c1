import { QrCode } from '#app/ui/QrCode.tsx';
import { sayDay } from '#app/ui/words.ts';

/** The letter that carries a personal link: on paper it is all that is printed of its page. */
export function PersonalLetter(props: {
  authorityName: string;
  name: string;
  address: string;
  qr: { size: number; path: string };
  /** YYYY-MM-DD. */
  worksUntil: string;
}) {
  const { authorityName, name, address, qr, worksUntil } = props;
  return (
    <section className="tl-letter" aria-label="Letter to print">
      <p className="govuk-body govuk-!-font-weight-bold">{authorityName}</p>
      <h2 className="govuk-heading-l">Your link to the parent carer panel</h2>
      <p className="govuk-body">Dear {name},</p>
      <p className="govuk-body">
        Thank you for being on the panel. This is your own way in: there is no password. On your own
        page you can tell us what you think, and see what became of what you said.
      </p>
      <div className="tl-letter__way">
        <QrCode {...qr} label="QR code of the address beside it" />
        <div>
          <p className="govuk-body">
            Point the camera of your telephone at the square, or type this address:
          </p>
          <p className="govuk-body tl-letter__address">{address}</p>
          <p className="govuk-body">It works until {sayDay(worksUntil)}.</p>
        </div>
      </div>
      <p className="govuk-body">
        Keep this letter to yourself: whoever has it can answer in your name. If you lose it, tell
        us. We send a new one, and the old one stops working.
      </p>
    </section>
  );
}
