import { and, asc, eq } from 'drizzle-orm';
import { firstOf } from './people.ts';
import { consultationPictures, consultations } from './schema/index.ts';
import type { Reader, Writer } from './store.server.ts';

export type PictureRow = typeof consultationPictures.$inferSelect;

/** The pictures of a consultation, without their bytes. */
export async function picturesOf(
  db: Reader,
  authorityId: string,
  consultationId: string,
): Promise<Pick<PictureRow, 'id' | 'alt' | 'width' | 'height'>[]> {
  return db
    .select({
      id: consultationPictures.id,
      alt: consultationPictures.alt,
      width: consultationPictures.width,
      height: consultationPictures.height,
    })
    .from(consultationPictures)
    .where(
      and(
        eq(consultationPictures.authorityId, authorityId),
        eq(consultationPictures.consultationId, consultationId),
      ),
    )
    .orderBy(asc(consultationPictures.id));
}

/** One size of a picture in base64, with the consultation that it belongs to. */
export async function pictureById(
  db: Reader,
  authorityId: string,
  id: string,
  size: 'small' | 'large',
): Promise<{ bytes: string; consultationId: string; programmeId: string } | undefined> {
  const rows = await db
    .select({
      bytes: size === 'small' ? consultationPictures.small : consultationPictures.large,
      consultationId: consultations.id,
      programmeId: consultations.programmeId,
    })
    .from(consultationPictures)
    .innerJoin(
      consultations,
      and(
        eq(consultations.authorityId, consultationPictures.authorityId),
        eq(consultations.id, consultationPictures.consultationId),
      ),
    )
    .where(and(eq(consultationPictures.authorityId, authorityId), eq(consultationPictures.id, id)));
  return firstOf(rows);
}

export async function insertPicture(tx: Writer, row: PictureRow): Promise<void> {
  await tx.insert(consultationPictures).values(row);
}

export async function deletePicture(tx: Writer, authorityId: string, id: string): Promise<void> {
  await tx
    .delete(consultationPictures)
    .where(and(eq(consultationPictures.authorityId, authorityId), eq(consultationPictures.id, id)));
}
