import { useEffect } from 'react';

/** Says in the browser's tab where one is. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Liasse' : `${title} – Liasse`;
  }, [title]);
}
