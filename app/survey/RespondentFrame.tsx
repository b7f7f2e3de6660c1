import type { ReactNode } from 'react';
import { PublicFrame } from '#app/ui/Page.tsx';

/** What the frame of a family's page is made of. */
export interface Frame {
  title: string;
  titleEnd: string;
  authority: { name: string; colour: string; isDemonstration: boolean };
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** The title in the browser's tab: what the page is, of which survey, of which authority. */
export function respondentTitle(frame: Frame | undefined, page = ''): { title: string }[] {
  if (!frame) return [{ title: 'Survey' }];
  return [{ title: page === '' ? frame.titleEnd : `${page} – ${frame.titleEnd}` }];
}

/** Lines short enough to read, the authority's name above, and a way back where there is one. */
export function RespondentFrame(props: {
  frame: Frame;
  back?: { href: string; words: string };
  children: ReactNode;
}) {
  const { authority, lang, dir } = props.frame;
  return (
    <PublicFrame
      authority={authority}
      lang={lang}
      dir={dir}
      {...(props.back ? { back: props.back } : {})}
    >
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">{props.children}</div>
      </div>
    </PublicFrame>
  );
}
