import { createContext, useContext, type ReactNode } from 'react';
import { ENGLISH_SPEAKER, type Speaker } from './speaker.ts';

const Speaking = createContext<Speaker>(ENGLISH_SPEAKER);

/** Everything inside speaks this language. */
export function SpeakingTo(props: { speaker: Speaker; children: ReactNode }) {
  return <Speaking.Provider value={props.speaker}>{props.children}</Speaking.Provider>;
}

/** Our words in the language of the page; English where nobody said otherwise. */
export function useSpeaker(): Speaker {
  return useContext(Speaking);
}

/** The author's words; marked where they are not in the language of the page. */
export function Written({ lang, children }: { lang: string | undefined; children: ReactNode }) {
  if (lang === undefined) return <>{children}</>;
  return (
    <span lang={lang} dir={lang === 'ar' || lang === 'ur' ? 'rtl' : 'ltr'}>
      {children}
    </span>
  );
}
