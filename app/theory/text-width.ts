/**
 * How wide text is, without a browser, so that the server, the canvas and the tests wrap a label at
 * the same words. Widths are those of Atkinson Hyperlegible 1.006 (advance widths in thousandths of
 * the font size, U+0020 to U+017F), read from its own tables; 0 stands for a character that the
 * font lacks.
 */
const REGULAR = advances(
  '280 281 301 655 594 927 705 160 300 300 433 602 205 368 205 377 648 402 549 574 614 583 598 ' +
    '510 615 598 205 205 553 602 553 520 780 626 619 656 673 567 548 710 690 414 510 627 539 820 ' +
    '689 727 601 753 618 596 558 690 589 840 623 595 607 315 377 315 552 396 268 526 566 500 564 ' +
    '539 311 560 546 278 254 490 239 841 546 552 566 576 340 471 324 536 441 654 461 429 460 319 ' +
    '233 319 555 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 280 281 500 ' +
    '586 580 595 233 530 425 798 371 562 602 348 798 382 352 579 382 383 268 555 508 235 291 256 ' +
    '381 562 826 812 868 520 626 626 626 626 626 626 998 656 567 567 567 567 414 414 414 414 712 ' +
    '689 727 727 727 727 727 528 727 690 690 690 690 595 576 597 526 526 526 526 526 526 874 500 ' +
    '539 539 539 539 278 278 278 278 567 546 552 552 552 552 552 602 552 536 536 536 536 429 566 ' +
    '429 626 526 626 526 626 526 656 500 0 0 656 500 656 500 673 573 712 603 567 539 0 0 567 539 ' +
    '567 539 567 539 0 0 710 560 710 560 710 560 0 0 710 581 0 0 414 278 0 0 414 278 0 278 0 0 0 ' +
    '0 627 490 0 0 0 539 239 539 239 0 0 573 237 689 546 689 546 689 546 0 0 0 0 0 0 0 727 552 ' +
    '1052 927 618 340 0 0 618 340 596 471 0 0 596 471 596 471 558 324 558 324 0 0 0 0 690 536 0 0 ' +
    '690 536 690 536 690 536 0 0 0 0 595 607 460 607 460 607 460 0 ',
);
const BOLD = advances(
  '320 283 410 783 619 977 702 222 366 366 434 618 243 374 243 442 652 448 586 605 626 612 632 ' +
    '543 625 561 243 243 573 618 573 614 754 690 639 673 686 580 544 719 679 458 560 659 537 842 ' +
    '700 764 626 781 654 619 617 663 656 883 699 687 621 333 442 333 589 430 314 553 596 520 596 ' +
    '566 367 597 572 315 259 567 314 886 572 573 596 601 372 534 379 570 526 723 533 518 516 370 ' +
    '234 370 533 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 320 283 520 ' +
    '617 596 687 216 578 452 798 395 669 618 350 798 405 404 618 407 413 314 591 515 301 321 291 ' +
    '409 669 853 856 959 614 690 690 690 690 690 690 1016 673 580 580 580 580 458 458 458 458 773 ' +
    '700 764 764 764 764 764 539 763 663 663 663 663 687 615 621 553 553 553 553 553 553 883 520 ' +
    '566 566 566 566 301 301 301 301 589 572 573 573 573 573 573 594 573 570 570 570 570 518 596 ' +
    '518 690 553 690 553 690 553 673 520 0 0 673 520 673 520 686 623 773 632 580 566 0 0 580 566 ' +
    '580 566 580 566 0 0 719 597 719 597 719 597 0 0 740 629 0 0 458 301 0 0 458 315 0 301 0 0 0 ' +
    '0 659 567 0 0 0 537 314 537 330 0 0 586 322 700 572 700 572 700 572 0 0 0 0 0 0 0 764 573 ' +
    '1061 937 654 372 0 0 654 372 619 534 0 0 619 534 619 534 617 379 617 379 0 0 0 0 663 570 0 0 ' +
    '663 570 663 570 663 571 0 0 0 0 687 621 516 621 516 621 516 0 ',
);

const FIRST = 0x20;
/** For letters of other alphabets: wide enough that none leaves its box. */
const OTHER_LETTER = 640;
const FULL_WIDTH = 1_000;
const PUNCTUATION: Readonly<Record<string, number>> = {
  '\u2013': 500,
  '\u2014': 800,
  '\u2018': 235,
  '\u2019': 235,
  '\u201c': 420,
  '\u201d': 420,
  '\u2022': 400,
  '\u2026': 720,
  '\u20ac': 620,
};

export type Weight = 'regular' | 'bold';

function advances(table: string): number[] {
  return table.trim().split(' ').map(Number);
}

/** The width of a text in the unit of the font size, for example CSS pixels. */
export function textWidth(text: string, fontSize: number, weight: Weight = 'regular'): number {
  let thousandths = 0;
  for (const character of text) thousandths += advance(character, weight);
  return (thousandths * fontSize) / 1_000;
}

/** True when every character of a text has a shape in the font that ships with the product. */
export function inOwnFont(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const known = (REGULAR[code - FIRST] ?? 0) > 0 || character in PUNCTUATION;
    if (!known && !/\s/u.test(character)) return false;
  }
  return true;
}

function advance(character: string, weight: Weight): number {
  const code = character.codePointAt(0) ?? 0;
  const table = weight === 'bold' ? BOLD : REGULAR;
  const known = table[code - FIRST];
  if (known !== undefined && known > 0) return known;
  const sign = PUNCTUATION[character];
  if (sign !== undefined) return sign;
  if (/[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u.test(character)) return 0;
  return isFullWidth(code) ? FULL_WIDTH : OTHER_LETTER;
}

/** Chinese, Japanese and Korean writing, full-width forms and pictures. */
function isFullWidth(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    code >= 0x1f000
  );
}
