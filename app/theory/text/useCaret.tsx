import { useEffect } from 'react';
import { lineOfMark, markAt } from './caret.ts';

/** How high the text of a field is up to a place, long lines wrapped as they are in the field. */
function heightOf(field: HTMLTextAreaElement, at: number): number {
  const double = field.cloneNode() as HTMLTextAreaElement;
  double.removeAttribute('id');
  double.rows = 1;
  double.value = field.value.slice(0, at);
  field.after(double);
  const { scrollHeight } = double;
  double.remove();
  return scrollHeight;
}

/**
 * With script, the caret of the text stands in the line of what is selected, tells the other views in
 * whose lines it stands, and a text that was changed is not left unasked.
 */
export function useCaret(
  marks: Readonly<Record<string, string>>,
  selected: string | undefined,
  onSelect: (id: string) => void,
): void {
  useEffect(() => {
    const field = document.getElementById('text');
    if (!(field instanceof HTMLTextAreaElement)) return;
    const mark = Object.keys(marks).find((each) => marks[each] === selected);
    const place = mark === undefined ? null : lineOfMark(field.value, mark);
    if (place !== null) {
      field.setSelectionRange(place.at + 2, place.at + 2);
      field.focus();
      field.scrollTop = heightOf(field, place.at) - field.clientHeight / 3;
    }
    // What is selected when the page opens places the caret once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => {
    const moved = () => {
      const { activeElement: field } = document;
      if (!(field instanceof HTMLTextAreaElement) || field.id !== 'text') return;
      const id = marks[markAt(field.value, field.selectionStart) ?? ''];
      if (id !== undefined) onSelect(id);
    };
    document.addEventListener('selectionchange', moved);
    return () => document.removeEventListener('selectionchange', moved);
  }, [marks, onSelect]);
  useEffect(() => {
    let sending = false;
    const submitted = () => (sending = true);
    const leaving = (event: BeforeUnloadEvent) => {
      const field = document.getElementById('text');
      const changed = field instanceof HTMLTextAreaElement && field.value !== field.defaultValue;
      if (changed && !sending) event.preventDefault();
    };
    document.addEventListener('submit', submitted);
    window.addEventListener('beforeunload', leaving);
    return () => {
      document.removeEventListener('submit', submitted);
      window.removeEventListener('beforeunload', leaving);
    };
  }, []);
}
