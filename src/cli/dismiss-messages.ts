import type { OutputLanguage } from './messages.ts';

const EN = {
  reasonMissing: 'Say why it does not count: --reason "…", or --undo to let it count again.',
  reasonAndUndo: '--undo takes no --reason.',
  reasonTooLong: (most: number): string => `A reason has ${most} characters at most.`,
  noSuchFlag: (flag: string, there: string): string => `The paper has no flag “${flag}”; it has: ${there}.`,
  notDismissed: (flag: string, there: string): string =>
    `“${flag}” was not dismissed on this paper; dismissed are: ${there}.`,
  none: 'none',
  dismissed: (flag: string): string => `does not count any more: ${flag}`,
  restored: (flag: string): string => `counts again: ${flag}`,
  score: (before: string, after: string): string => `score: ${before} → ${after}`,
  flags: (flags: string): string => `flags: ${flags}`,
  kept: (id: string): string => `Kept for paper ${id}, whoever judges it again; --undo takes it back.`,
};

const FR: typeof EN = {
  reasonMissing: 'Dites pourquoi elle ne compte pas : --reason "…", ou --undo pour qu’elle compte de nouveau.',
  reasonAndUndo: '--undo ne prend pas de --reason.',
  reasonTooLong: (most) => `Une raison compte ${most} caractères au plus.`,
  noSuchFlag: (flag, there) => `Le document n’a pas d’alerte « ${flag} » ; il a : ${there}.`,
  notDismissed: (flag, there) => `« ${flag} » n’a pas été écartée sur ce document ; le sont : ${there}.`,
  none: 'aucune',
  dismissed: (flag) => `ne compte plus : ${flag}`,
  restored: (flag) => `compte de nouveau : ${flag}`,
  score: (before, after) => `note : ${before} → ${after}`,
  flags: (flags) => `alertes : ${flags}`,
  kept: (id) => `Gardé pour le document ${id}, quelle que soit la relecture ; --undo le reprend.`,
};

export const DISMISS_MESSAGES: Readonly<Record<OutputLanguage, typeof EN>> = { fr: FR, en: EN };
