import { type ReactNode, useMemo } from 'react';
import { qrDrawing } from './qr-drawing.ts';

const MODULE_PX = 4;

/** A text as a QR code: dark on white in every theme, since readers expect it so. */
export function QrPicture({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const { side, path } = useMemo(() => qrDrawing(text), [text]);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} width={side * MODULE_PX}>
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
