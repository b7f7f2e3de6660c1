/**
 * The one-stage cluster sample of Californian schools that comes with R's survey package (apiclus1):
 * all 183 schools of 15 districts out of 757. Counts published by the California Department of
 * Education, Academic Performance Index 2000.
 */
export interface School {
  district: number;
  /** E elementary, H high, M middle. */
  type: 'E' | 'H' | 'M';
  /** Whether the school as a whole met its growth target (sch.wide). */
  grew: boolean;
  /** The index of the year 2000. */
  api00: number;
  pupils: number;
}

/** The weight of each before raking. */
export const SCHOOL_WEIGHT = 33.846996307373;

/** District: type, whole-school growth (y or n), index and pupils of each of its schools. */
const DISTRICTS: Readonly<Record<number, string>> = {
  637: 'Hy608 1689,Ey684 288,Ey612 294,Ey710 143,Ey729 307,Ey714 311,Ey759 362,Ey585 263,Ey625 583,My664 886,My669 955',
  437: 'Hy443 418,Ey467 574,My482 286,Ey496 158',
  778: 'Mn411 372,Ey494 308',
  197: 'Ey493 358,Mn592 921,Ey550 375,My689 962,Mn598 954,Ey628 370,Ey652 596,Ey628 485,Ey832 254,Ey777 465,Ey709 481,En709 425,Ey736 312',
  406: 'Ey561 360,Ey555 323',
  815: 'Hn696 442,Mn631 508,Ey564 166,Ey602 525',
  178: 'Hy529 388,Ey491 266,Ey510 671,Mn547 343',
  255: 'Ey814 466,Ey806 516,Ey715 489,Ey785 300,My720 728,Ey905 512,My617 972,Ey630 619,Ey629 562,Ey696 358,Ey476 626,Ey757 396,Ey825 571,Ey595 715,En552 345,My847 850',
  568: 'Hy714 258,Hy724 170,Hn687 210,Hy723 467,Ey662 117,En699 196,Ey807 205,My679 233,Ey691 324',
  135: 'Ey622 370,Ey754 309,Ey655 414,Ey764 303,Ey795 407,Ey505 504,En638 371,Ey733 374,Ey523 631,Ey511 432,Ey710 299,Ey657 500,Ey602 499,Ey490 748,En664 356,Ey651 302,Ey603 594,Ey698 527,Ey511 446,Ey814 436,Ey669 381,En711 464,Ey538 462,Ey705 320,Ey595 437,Ey551 295,Ey762 512,Ey521 343,Ey709 404,Ey780 504,Ey780 411,Ey722 637,Ey828 555,Ey737 491',
  510: 'Hn595 1585,Hy661 1855,Ey502 385,Mn614 1015,Ey585 483,Ey582 576,My642 1405,Ey536 549,Ey746 352,Ey667 564,En629 540,Ey745 290,Ey674 523,Ey637 379,Ey696 391,Ey632 403,Ey639 613,Ey745 596,Ey789 520,My656 1573,Ey789 371',
  716: 'Hy517 1908,Hy478 2181,Hy582 2106,Ey592 532,Ey587 381,Ey553 624,Ey516 704,Ey535 602,Ey566 686,En481 607,Ey472 209,Ey559 643,Ey610 331,Ey599 641,Ey551 479,Ey554 535,En561 561,En505 695,En492 426,Ey504 657,Ey487 300,Ey627 612,Ey465 466,Ey529 352,Ey625 559,Ey436 363,Ey542 558,En515 257,My461 1243,My528 1260,My512 1306,My508 1344,Ey670 119,Ey760 818,Ey652 118,Ey546 145,Ey717 486',
  61: 'Ey701 371,Ey748 377,Ey735 265,Mn699 930,Ey685 336,Ey827 448,My711 1023,Ey677 387,Mn759 940,Ey697 525,Ey742 427,Ey691 390,Ey700 358',
  413: 'Ey551 274',
  448: 'Hy703 2147,Ey676 479,Ey714 441,Ey842 476,Ey824 511,Ey717 385,Ey836 443,My733 696,Ey719 332,My817 738,Ey749 425,Ey781 302',
};

export const CALIFORNIAN_SCHOOLS: readonly School[] = Object.entries(DISTRICTS).flatMap(
  ([district, schools]) =>
    schools.split(',').map((school): School => {
      const [, type, grew, api00, pupils] = /^([EHM])([yn])(\d+) (\d+)$/.exec(school) ?? [];
      if (type !== 'E' && type !== 'H' && type !== 'M') throw new Error(`What is ${school}?`);
      return {
        district: Number(district),
        type,
        grew: grew === 'y',
        api00: Number(api00),
        pupils: Number(pupils),
      };
    }),
);
