import { createHash } from 'node:crypto';
import { DrawnOnce } from '#app/documents/drawn-once.server.ts';
import { renderDocx } from '#app/documents/docx.server.ts';
import { renderHtml } from '#app/documents/html.server.tsx';
import { renderPdf } from '#app/documents/pdf.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { plansAt } from '#db/published-plans.ts';
import { theStore } from '#db/store.server.ts';
import { publicDocument } from './public-document.ts';
import { PublicPlan } from './public-plan.ts';

/**
 * What stands at a public address, for anybody who has it. Where the newest plan was taken down, nothing
 * stands there: an older one may tell what that one was taken down for. An older one keeps the address of
 * its own version, until it is taken down itself or published again.
 */
export async function readPublicPlan(code: string, version: string | null) {
  const found = await plansAt(theStore().read, code);
  if (found === undefined) throw new NotFound('page');
  const { name, colour, isDemonstration } = found.authority;
  const open = found.rows.filter(({ withdrawnAt }) => withdrawnAt === null);
  const [newest] = found.rows;
  const latest = newest?.withdrawnAt === null ? newest : undefined;
  const shown = version === null ? latest : open.find((row) => row.versionId === version);
  // An address that was given out does not fall silent: it says what became of the plan.
  const wasThere = version === null || found.rows.some((row) => row.versionId === version);
  if (shown === undefined && !wasThere) throw new NotFound('page');
  return {
    code,
    authorityId: found.authority.id,
    authority: { name, colour, isDemonstration },
    programme: found.programme,
    programmeId: found.programmeId,
    shown:
      shown === undefined
        ? null
        : {
            versionId: shown.versionId,
            publishedAt: shown.publishedAt,
            isLatest: shown.id === latest?.id,
            isLaterDown: latest === undefined,
            plan: PublicPlan.parse(shown.content),
          },
    /** Where there is nothing to read any more: since when. */
    withdrawnAt:
      found.rows.find((row) => version === null || row.versionId === version)?.withdrawnAt ?? null,
    // From a plan that was taken down nobody is led on to an older one.
    versions: (latest === undefined ? [] : open).map((row) => {
      const { number, name: called } = PublicPlan.parse(row.content).version;
      return { versionId: row.versionId, number, name: called, publishedAt: row.publishedAt };
    }),
  };
}

/** The formats in which everybody can have it. */
export const PUBLIC_FORMATS = ['pdf', 'docx', 'html', 'json'] as const;
export type PublicFormat = (typeof PUBLIC_FORMATS)[number];

const drawn = new DrawnOnce(24 * 1024 * 1024);

/**
 * A published plan as a file: made once for everybody who asks for the same. Kept by what it is made
 * from, so that a name which erasure takes out is out of the files at once.
 */
export function publicPlanFile(
  plan: PublicPlan,
  format: PublicFormat,
  about: {
    authority: { name: string; colour: string; isDemonstration: boolean };
    at: Date;
    checkAt: string;
  },
): Promise<Uint8Array> {
  const key = createHash('sha256')
    .update(JSON.stringify([format, plan, about]))
    .digest('base64');
  return drawn.get(key, () => {
    const document = () => publicDocument(plan, about.authority, about.checkAt);
    switch (format) {
      case 'pdf':
        return renderPdf(document(), about.at);
      case 'docx':
        return renderDocx(document());
      case 'html':
        return Buffer.from(renderHtml(document()), 'utf8');
      case 'json':
        return Buffer.from(`${JSON.stringify(plan, null, 2)}\n`, 'utf8');
    }
  });
}
