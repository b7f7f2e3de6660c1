import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect, useActionData, useLoaderData } from '@remix-run/react';
import { badInput, parseForm } from '#app/http/forms.server.ts';
import { answering, requireProgramme } from '#app/http/guards.server.ts';
import { links } from '#app/http/links.ts';
import { redirectSaying } from '#app/http/said.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { applyOperations } from '#app/theory/apply-operations.server.ts';
import { stamped } from '#app/theory/box-form.ts';
import { removalTold } from '#app/theory/conflict.ts';
import {
  EvidenceForm,
  valuesOfEvidence,
  wantedOfEvidence,
} from '#app/theory/evidence/evidence-form.ts';
import { EvidencePage } from '#app/theory/evidence/EvidencePage.tsx';
import { readEvidence } from '#app/theory/evidence/read-evidence.server.ts';
import type { Theory } from '#app/theory/graph.ts';
import { titleOf } from '#app/ui/Page.tsx';
import { newId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { removalOf, theoryOfProgramme } from '#db/theory.ts';

export const meta = () => titleOf('Change evidence of the theory');

export const loader = answering(async ({ request, params }: LoaderFunctionArgs) => {
  const { programme } = await requireProgramme(request, params, 'theory.edit');
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw redirect(links.startTheory(programme.id));
  const { piece, removed } = await pieceNamed(programme.authorityId, theory, params['pieceId']);
  const { choices } = await readEvidence(programme, theory);
  const values = valuesOfEvidence(piece);
  return { programmeId: programme.id, theory, choices, values, removed, mark: newId() };
});

/** What somebody deleted is still shown to whoever was changing it: nothing typed is lost. */
async function pieceNamed(authorityId: string, theory: Theory, id = '') {
  const piece = theory.pieces.find((each) => each.id === id && each.kind === 'evidence');
  if (piece !== undefined) return { piece, removed: null };
  const removal = await removalOf(theStore().read, authorityId, theory.id, id);
  const was = removal?.inverse
    .flatMap((back) => (back.kind === 'addPiece' ? [back.piece] : []))
    .find((each) => each.id === id && each.kind === 'evidence');
  if (removal === undefined || was === undefined) throw new NotFound('evidence');
  return { piece: was, removed: removalTold(removal, theory) };
}

export const action = answering(async ({ request, params }: ActionFunctionArgs) => {
  const { person, programme } = await requireProgramme(request, params, 'theory.edit');
  const read = await parseForm(request, EvidenceForm);
  if (!read.ok) return badInput(read.problems, read.typed);
  const { theoryId, base, mark } = read.value;
  const theory = await theoryOfProgramme(theStore().read, programme.authorityId, programme.id);
  if (theory === undefined) throw new NotFound('theory of change');
  const wanted = wantedOfEvidence(theory, params['pieceId'] ?? '', read.value);
  const sent = stamped(mark, wanted.operations);
  const arriving = { theoryId, baseSequence: base, sent };
  const reply = await applyOperations(person, programme.id, arriving);
  const problems = reply.refused.map(({ message }) => ({ field: 'thread', message }));
  if (problems.length > 0) return badInput(problems, read.typed);
  if (reply.conflicts.length > 0) {
    return { problems: [], typed: read.typed, conflicts: reply.conflicts };
  }
  return redirectSaying(request, links.theoryEvidenceList(programme.id), wanted.said);
});

export default function TheoryEvidencePiece() {
  const page = useLoaderData<typeof loader>();
  return <EvidencePage {...page} answer={useActionData<typeof action>()} />;
}
