import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { links } from '#app/http/links.ts';
import { firstPageOf } from '#app/http/first-page.server.ts';
import { signedIn } from '#app/http/session.server.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { StaffFrame, titleOf } from '#app/ui/Page.tsx';
import { STATIONS, STATION_NAMES, type Station } from '#app/ui/stations.ts';
import { staffStyles } from '#app/ui/styles.ts';
import { authoritiesHere } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';

export { staffStyles as links };
export const meta = () => titleOf('From what families say to a plan that a board signs');

export async function loader({ request }: LoaderFunctionArgs) {
  const found = await signedIn(request);
  if (found) return redirect(await firstPageOf(found.person));
  if ((await authoritiesHere(theStore().read)).length === 0) return redirect(links.setUp());
  return null;
}

const STEPS: Readonly<Record<Station, string>> = {
  needs: 'Ask families, bring in the official figures, and see who has not been heard.',
  panel: 'Parents and carers say what they think, and what they say is counted and kept.',
  theory: 'Draw what should change, for whom, and why one thing leads to another.',
  plan: 'Lines with an owner, dates and money, held against the programme guidance.',
  back: 'You said, we did: every theme gets an answer, with the reason.',
};

export default function Front() {
  return (
    <StaffFrame>
      <h1 className="govuk-heading-xl govuk-!-margin-top-6">
        From what families say to a plan that a board signs, and back to the families
      </h1>
      <p className="govuk-body-l">
        Throughline ties each line of a Family Hubs delivery plan to the answers and figures that it
        rests on, so that anybody can ask “who asked for this?” and be shown.
      </p>
      <div className="tl-line">
        <ol className="tl-line__stations">
          {STATIONS.map((station) => (
            <li key={station} className={`tl-line__station tl-line__station--here tl-${station}`}>
              <strong>{STATION_NAMES[station]}</strong>
              <span className="tl-line__lacks">{STEPS[station]}</span>
            </li>
          ))}
        </ol>
      </div>
      <p className="govuk-!-margin-top-6">
        <ButtonLink href={links.signIn()}>Sign in</ButtonLink>
      </p>
      <p className="govuk-body">
        Are you a parent or carer on the panel? Use the personal link in your e-mail or letter.{' '}
        <a className="govuk-link" href={links.personalLinkHelp()}>
          I have lost my link
        </a>
      </p>
    </StaffFrame>
  );
}
