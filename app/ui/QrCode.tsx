/** Modules of white around it: fewer than four, and some telephones do not see it. */
const QUIET = 4;

/** A QR code, drawn. Its address must also stand beside it in words, for people without a camera. */
export function QrCode(props: { size: number; path: string; label: string }) {
  const side = props.size + 2 * QUIET;
  return (
    <svg
      className="tl-qr"
      role="img"
      aria-label={props.label}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
      xmlns="http://www.w3.org/2000/svg"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={props.path} fill="#0b0c0c" />
    </svg>
  );
}
