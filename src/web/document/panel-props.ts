import type { DocumentView } from '#http/contract/documents.ts';

/** What every part of the panel beside a page shows and does. */
export interface PanelProps {
  readonly view: DocumentView;
  /** The box that stands out. */
  readonly lit: string | null;
  readonly onPoint: (id: string | null) => void;
}
