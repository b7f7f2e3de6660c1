import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useLoaderData } from '@remix-run/react';
import { useCallback, useEffect, useState } from 'react';
import flowStyles from 'reactflow/dist/base.css?url';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links as addresses, type TheoryLook } from '#app/http/links.ts';
import { can } from '#app/people/can.ts';
import { stageOf } from '#app/people/programme.ts';
import { gatherSurroundings } from '#app/plan/gather-surroundings.server.ts';
import { Editor } from '#app/theory/canvas/Editor.tsx';
import { theorySvg } from '#app/theory/draw.ts';
import type { Theory } from '#app/theory/graph.ts';
import { lookedAt } from '#app/theory/looked-at.ts';
import { ONLY_READ } from '#app/theory/history/moment.ts';
import { shownTheory } from '#app/theory/history/read-moment.server.ts';
import { TheoryHead } from '#app/theory/TheoryHead.tsx';
import { titleOf } from '#app/ui/Page.tsx';
import { theStore } from '#db/store.server.ts';
import { acceptedIn } from '#db/theory-acceptances.ts';
import { lastChange, registerForTheory } from '#db/theory.ts';

export const handle = { script: true };
export const links = () => [{ rel: 'stylesheet', href: flowStyles }];
export const meta = () => titleOf('Theory of change');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params);
  const { read } = theStore();
  const seen = await shownTheory(read, programme, lookedAt(request.url));
  if (seen === undefined) throw redirect(addresses.startTheory(programme.id));
  const { theory, moment } = seen;
  const may = can(person, 'theory.edit', programme);
  return {
    programmeId: programme.id,
    personId: person.id,
    theory,
    look: lookedAt(request.url),
    stage: stageOf(programme.stage),
    around: await gatherSurroundings(programme, theory),
    accepted: await acceptedIn(read, programme.authorityId, theory.id),
    needs: await registerForTheory(read, programme.authorityId, programme.id),
    last: await lastChange(read, programme.authorityId, theory.id),
    moment,
    readOnly: moment !== null ? ONLY_READ : may.yes ? null : may.reason,
  };
});

export default function TheoryCanvas() {
  const page = useLoaderData<typeof loader>();
  // The canvas needs a browser; until it runs, and where script is off, the picture stands here.
  const [running, setRunning] = useState(false);
  useEffect(() => setRunning(true), []);
  const [look, setLook] = useState(page.look);
  const { part, at } = page.look;
  const onLook = useCallback(
    (selected: TheoryLook) => setLook({ part, at, ...selected }),
    [part, at],
  );
  return (
    <>
      <TheoryHead {...page} title={page.theory.title} view="canvas" look={look} />
      {running && page.moment === null ? (
        <Editor {...page} mayEdit={page.readOnly === null} onLook={onLook} />
      ) : (
        <StillPicture {...page} />
      )}
    </>
  );
}

function StillPicture(props: { programmeId: string; theory: Theory; moment: object | null }) {
  const { programmeId, theory, moment } = props;
  // Drawn on the server alone: the browser keeps what it was sent and need not carry the drawing.
  const svg = import.meta.env.SSR ? theorySvg(theory) : '';
  return (
    <>
      {moment === null ? (
        <p className="govuk-body">
          The canvas opens here where script may run. Everything can be done without it{' '}
          <a className="govuk-link" href={addresses.theoryOutline(programmeId)}>
            in the outline
          </a>
          .
        </p>
      ) : null}
      <div
        className="tl-picture__frame"
        role="region"
        aria-label="Picture of the theory: it scrolls sideways"
        tabIndex={0}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: svg }}
      />
    </>
  );
}
