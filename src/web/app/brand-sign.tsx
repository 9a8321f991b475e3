import type { ReactNode } from 'react';

/** A bundle of papers, tied: what a *liasse* is. */
export function BrandSign({ size }: { readonly size: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#1d4468" />
      <path d="M9 8.5h10l4 4V25H9z" fill="#fff" opacity=".35" transform="rotate(-8 16 16)" />
      <path d="M9 7h9.5l4.5 4.5V25H9z" fill="#fff" />
      <path d="M18.5 7v4.5H23z" fill="#b9cee2" />
      <path d="M12 16.5h8M12 20h8" stroke="#1d4468" strokeWidth="1.6" strokeLinecap="round" />
      <path d="M5.5 13.200h21" stroke="#d9902b" strokeWidth="2.2" />
    </svg>
  );
}
