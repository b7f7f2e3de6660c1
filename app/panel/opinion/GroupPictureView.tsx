import { many } from '#app/ui/words.ts';
import type { GroupPicture } from './group-picture.ts';

/** Colours with a contrast of 4.5 to 1 on white; the letter tells the groups apart without them. */
const COLOURS = ['#6a2c91', '#00703c', '#9c4a00', '#0b5cad', '#a8195d'] as const;
const SHADES: Readonly<Record<1 | 2 | 3, number>> = { 1: 0.1, 2: 0.2, 3: 0.34 };

/** Groups as they lie to each other: outlines and shaded squares, never a single person. */
export function GroupPictureView(props: {
  picture: GroupPicture;
  groups: readonly { name: string; people: number }[];
}) {
  const { picture, groups } = props;
  return (
    <figure className="tl-opinion">
      <svg
        className="tl-opinion__picture"
        role="img"
        aria-label={`Where ${groups.map(({ name, people }) => `${name} (${people})`).join(', ')} stand to each other. The tables below say what sets them apart.`}
        viewBox="-2 -2 104 104"
        xmlns="http://www.w3.org/2000/svg"
      >
        <path d="M50 0V100M0 50H100" stroke="#b1b4b6" strokeWidth={0.3} />
        {picture.squares.map(({ x, y, side, level }) => (
          <rect
            key={`${x} ${y}`}
            x={x}
            y={y}
            width={side}
            height={side}
            fill="#0b0c0c"
            fillOpacity={SHADES[level]}
          />
        ))}
        {picture.blobs.map(({ x, y, across, along, turned }, at) => (
          <ellipse
            key={at}
            cx={x}
            cy={y}
            rx={across}
            ry={along}
            transform={`rotate(${turned} ${x} ${y})`}
            fill={COLOURS[at]}
            fillOpacity={0.12}
            stroke={COLOURS[at]}
            strokeWidth={0.7}
          />
        ))}
        {picture.blobs.map(({ x, y }, at) => (
          <g key={at}>
            <circle cx={x} cy={y} r={4} fill={COLOURS[at]} />
            <text x={x} y={y + 1.6} textAnchor="middle" fontSize={4.6} fontWeight={700} fill="#fff">
              {groups[at]?.name.slice(-1)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="govuk-body">
        <ul className="govuk-list">
          {groups.map(({ name, people }) => (
            <li key={name}>
              <strong>{name}</strong>: {many(people, 'person', 'people')}
            </li>
          ))}
        </ul>
        <p className="govuk-body-s">
          The closer two groups lie, the more alike they voted.
          {picture.squares.length > 0
            ? ' Shaded squares hold 5 people or more, darker ones 10 and 20.'
            : null}{' '}
          The picture shows {Math.round(picture.shown * 100)}% of all differences between people’s
          votes.
        </p>
      </figcaption>
    </figure>
  );
}
