import { QrCode } from '#app/ui/QrCode.tsx';
import { many, sayDay } from '#app/ui/words.ts';

/** A poster for the wall of a hub, a nursery or a barber's: read from two metres away. */
export function Poster(props: {
  title: string;
  authority: string;
  minutes: number;
  closesOn: string | null;
  address: string;
  qr: { size: number; path: string };
}) {
  return (
    <section className="tl-poster">
      <p className="tl-poster__authority">{props.authority}</p>
      <h1 className="tl-poster__title">{props.title}</h1>
      <p className="tl-poster__lead">
        Mums, dads, grandparents, carers: tell us. It takes {many(props.minutes, 'minute')} on a
        phone. No name, no account.
      </p>
      <QrCode {...props.qr} label={`QR code that leads to ${props.address}`} />
      <p className="tl-poster__address">{props.address.replace(/^https?:\/\//, '')}</p>
      <p className="tl-poster__foot">
        Point your phone’s camera at the square, or type the address.
        {props.closesOn === null ? null : ` Until ${sayDay(props.closesOn)}.`}
      </p>
    </section>
  );
}
